import { beforeEach } from 'vitest';
import { readSession } from '#protocol/accounts.ts';
import { hashPassword } from '../server/passwords/index.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, NOTHING, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { openMailbox } from './mailbox.ts';

export const OLD = 'a quiet reading room';
export const NEW = 'an even quieter reading room';

/**
 * Accounts that have the old password and nothing else, with one session each, for each test. For the
 * top of a test file.
 */
export async function openAccountSecurity() {
  const mailbox = await openMailbox();
  const { house, clock, sql } = await testHouse({ smtpUrl: mailbox.url });
  const people = await makeLibraries(sql);
  const passwordHash = await hashPassword(OLD);
  const as = {} as Record<'ada' | 'sadie' | 'eve' | 'olga', Caller>;

  beforeEach(async () => {
    mailbox.mails.length = 0;
    for (const table of ['guesses', 'jobs', 'passkeys', 'passwordLinks', 'sessions'] as const)
      await sql.deleteFrom(table).execute();
    await sql.updateTable('institutions').set({ secondFactorRequired: false }).execute();
    await sql.updateTable('accounts').set({ passwordHash, email: null }).execute();
    for (const name of ['ada', 'sadie', 'eve', 'olga'] as const)
      as[name] = await house.staff(people[name]);
  });

  return {
    house,
    clock,
    sql,
    mailbox,
    people,
    as,
    /** As if the account had been through the ceremony. */
    givePasskey: async (accountId: string): Promise<void> => {
      await sql
        .insertInto('passkeys')
        .values({
          id: newId(),
          accountId,
          credentialId: newId(),
          publicKey: Buffer.alloc(1),
          counter: 0,
          transports: [],
          name: 'Desk key',
          createdAt: clock.now(),
          lastUsedAt: null,
        })
        .execute();
    },
    /** 401 once the session is over. */
    statusOf: async (caller: Caller): Promise<number> =>
      (await house.call(readSession, NOTHING, caller)).status,
    lastAudit: (targetId: string) =>
      sql
        .selectFrom('audit')
        .select(['action', 'actorName', 'before', 'after'])
        .where('targetId', '=', targetId)
        .orderBy('id', 'desc')
        .executeTakeFirst(),
  };
}
