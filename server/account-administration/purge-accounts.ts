import { sql as fragment } from 'kysely';
import { recordAudits } from '../audit/index.ts';
import type { Parts } from '../platform/parts.ts';
import { DAY_MS, RESTORE_DAYS } from './account.ts';

/** Accounts of one round: the rest waits for the next. */
const ROUND = 100;

/**
 * Takes their name from accounts that can't be restored any more; their usernames are free then.
 * What they wrote in chats stays, from nobody in particular.
 */
export async function purgeAccounts({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await database.sql.transaction().execute(async (sql) => {
    const purged = await sql
      .selectFrom('accounts')
      .select(['id', 'username', 'institutionId'])
      .where('deletedAt', '<=', new Date(now.getTime() - RESTORE_DAYS * DAY_MS))
      .where('purgedAt', 'is', null)
      .orderBy('deletedAt')
      .limit(ROUND)
      // Another process may be at it, or somebody restores one at this moment.
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id } of purged)
      await fragment`select purge_account(${id}::uuid, ${now})`.execute(sql);
    await recordAudits(
      sql,
      purged.map(({ id, username: name, institutionId }) => ({
        at: now,
        actor: null,
        action: 'account.purged',
        target: { kind: 'account', id, name, institutionId },
        before: null,
        after: null,
      })),
    );
  });
}
