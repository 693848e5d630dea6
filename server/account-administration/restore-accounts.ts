import { recordAudits } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { holdRoles } from './keep-admins.ts';
import { lockAll } from './lock-accounts.ts';
import { updateAccounts } from './store.ts';

/**
 * Brings deleted accounts back with their assignments, all or none.
 *
 * @returns how many
 * @throws not_found, also once they are purged; may_not, also for one that is not deleted
 */
export async function restoreAccounts(
  parts: Parts,
  actor: StaffActor,
  accountIds: readonly string[],
): Promise<number> {
  const now = parts.clock.now();
  const restored = await parts.database.sql.transaction().execute(async (sql) => {
    const acting = await holdRoles(sql, actor);
    const accounts = await lockAll(sql, acting, 'restore', accountIds, now);
    const ids = accounts.map(({ id }) => id);
    await updateAccounts(sql, ids, { deletedAt: null });
    await recordAudits(
      sql,
      accounts.map(({ id, username: name, institutionId }) => ({
        at: now,
        actor,
        action: 'account.restored',
        target: { kind: 'account', id, name, institutionId },
        before: null,
        after: null,
      })),
    );
    return ids;
  });
  for (const accountId of restored) parts.bus.publish('operator', { accountId });
  return restored.length;
}
