import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { lockOne } from './change-message.ts';
import { lockEditablePool, messageTarget } from './lock-pool.ts';
import { deleteMessage as remove } from './store.ts';

/** The audit log keeps its words. @throws not_found or may_not */
export function deleteMessage(
  { database, clock }: Parts,
  actor: StaffActor,
  { poolId, messageId }: { poolId: string; messageId: string },
): Promise<void> {
  return database.sql.transaction().execute(async (sql) => {
    const pool = await lockEditablePool(sql, actor, poolId);
    const message = await lockOne(sql, poolId, messageId);
    await remove(sql, messageId);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'canned_message.deleted',
      target: messageTarget(pool, message),
      before: { pool: pool.name, title: message.title, text: message.text },
      after: null,
    });
  });
}
