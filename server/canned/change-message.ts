import type { CannedMessage } from '#protocol/canned-messages.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { lockEditablePool, messageTarget } from './lock-pool.ts';
import { lockMessage, updateMessage } from './store.ts';

export interface MessageChange {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

/** @throws not_found or may_not */
export function changeMessage(
  { database, clock }: Parts,
  actor: StaffActor,
  { poolId, messageId }: { poolId: string; messageId: string },
  change: MessageChange,
): Promise<CannedMessage> {
  return database.sql.transaction().execute(async (sql) => {
    const pool = await lockEditablePool(sql, actor, poolId);
    const before = await lockOne(sql, poolId, messageId);
    const after = {
      ...before,
      title: change.title ?? before.title,
      text: change.text ?? before.text,
    };
    await updateMessage(sql, after);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'canned_message.changed',
      target: messageTarget(pool, after),
      before: { title: before.title, text: before.text },
      after: { title: after.title, text: after.text },
    });
    return after;
  });
}

/** @throws not_found when the pool has no such message */
export async function lockOne(
  sql: Queries,
  poolId: string,
  messageId: string,
): Promise<CannedMessage> {
  const message = await lockMessage(sql, poolId, messageId);
  if (!message) throw problem('not_found', 'There is no such canned message.');
  return message;
}
