import { beforeEach, expect } from 'vitest';
import { signIn } from '#protocol/accounts.ts';
import {
  checkPasswordLink,
  forgotPassword,
  forgotUsername,
  resetPassword,
} from '#protocol/passwords.ts';
import { hashPassword } from '../server/passwords/index.ts';
import { PUBLIC_URL } from '../server/platform/http/test-app.ts';
import { type Caller, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { openMailbox } from './mailbox.ts';

export const OLD = 'a quiet reading room';
export const NEW = 'an even quieter reading room';

export const OWN_PAGE: Caller = { origin: PUBLIC_URL };
const SADIES = 'sadie@northfield.test';

/** Accounts that have the old password, and real mail, which Sadie alone gets. For the top of a test file. */
export async function openPasswordHouse() {
  const mailbox = await openMailbox();
  const { house, clock, sql } = await testHouse({ smtpUrl: mailbox.url });
  const people = await makeLibraries(sql);
  const passwordHash = await hashPassword(OLD);
  const withBody = <Body>(body: Body) => ({ params: undefined, query: undefined, body });

  const giveEmail = (accountId: string, email: string) =>
    sql.updateTable('accounts').set({ email }).where('id', '=', accountId).execute();

  beforeEach(async () => {
    mailbox.mails.length = 0;
    for (const table of ['guesses', 'jobs', 'passwordLinks'] as const)
      await sql.deleteFrom(table).execute();
    await sql.updateTable('accounts').set({ passwordHash, email: null }).execute();
    await giveEmail(people.sadie, SADIES);
  });

  return {
    house,
    clock,
    sql,
    mailbox,
    people,
    giveEmail,
    /** 201 where it signs in. */
    statusOf: async (password: string, username = 'sadie') =>
      (await house.call(signIn, withBody({ username, password }), OWN_PAGE)).status,
    ask: async (username: string) => {
      const answer = await house.call(forgotPassword, withBody({ username }), OWN_PAGE);
      await house.parts.jobs.runDue();
      return answer;
    },
    askByEmail: async (email: string) => {
      const answer = await house.call(forgotUsername, withBody({ email }), OWN_PAGE);
      await house.parts.jobs.runDue();
      return answer;
    },
    /** The token of the one mail that came to Sadie. */
    takeToken: (): string => {
      const mails = mailbox.take(SADIES);
      expect(mails).toHaveLength(1);
      const [address, token] = (mails[0]?.link ?? '').split('#');
      expect(address).toBe(`${PUBLIC_URL}/password`);
      return token ?? '';
    },
    reset: (token: string, password: string) =>
      house.call(resetPassword, withBody({ token, password }), OWN_PAGE),
    look: (token: string) => house.call(checkPasswordLink, withBody({ token }), OWN_PAGE),
  };
}
