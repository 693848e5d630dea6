import { recordAudits } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { holdRoles, refuseIfNobodyIsLeft } from './keep-admins.ts';
import { lockAll } from './lock-accounts.ts';
import { deletePresence, updateAccounts } from './store.ts';

/**
 * Deletes accounts, all or none: signed out at once and out of every queue, and what they had in
 * hand is offered again by the next sweep (`returnOrphanedChats`). Assignments stay, for a restoration.
 *
 * @returns how many
 * @throws not_found, may_not, conflict for the last admin of an institution or the last owner
 */
export async function deleteAccounts(
  parts: Parts,
  actor: StaffActor,
  accountIds: readonly string[],
): Promise<number> {
  const now = parts.clock.now();
  const deleted = await parts.database.sql.transaction().execute(async (sql) => {
    const acting = await holdRoles(sql, actor);
    const accounts = await lockAll(sql, acting, 'delete', accountIds, now);
    const ids = accounts.map(({ id }) => id);
    await updateAccounts(sql, ids, { deletedAt: now });
    await refuseIfNobodyIsLeft(sql, accounts);
    await deletePresence(sql, ids);
    await recordAudits(
      sql,
      accounts.map(({ id, username: name, institutionId }) => ({
        at: now,
        actor,
        action: 'account.deleted',
        target: { kind: 'account', id, name, institutionId },
        before: null,
        after: null,
      })),
    );
    return ids;
  });
  for (const accountId of deleted) parts.bus.publish('operator', { accountId });
  return deleted.length;
}
