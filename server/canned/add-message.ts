import type { CannedMessage } from '#protocol/canned-messages.ts';
import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { lockEditablePool, messageTarget } from './lock-pool.ts';
import { insertMessage } from './store.ts';

/** @throws not_found or may_not */
export function addMessage(
  { database, clock }: Parts,
  actor: StaffActor,
  poolId: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<CannedMessage> {
  const message = { id: newId(), poolId, title, text };
  return database.sql.transaction().execute(async (sql) => {
    const pool = await lockEditablePool(sql, actor, poolId);
    await insertMessage(sql, message);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'canned_message.created',
      target: messageTarget(pool, message),
      before: null,
      after: { pool: pool.name, title, text },
    });
    return message;
  });
}
