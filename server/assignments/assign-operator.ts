import { changeMany } from '../account-administration/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findVisibleQueue, noSuchQueue, refuseUnlessEditor } from '../queues/index.ts';

interface Assignment {
  readonly queueId: string;
  readonly accountId: string;
}

/** Opted in from the start. @throws not_found for either of them, or may_not */
export async function assignOperator(
  parts: Parts,
  actor: StaffActor,
  { queueId, accountId }: Assignment,
): Promise<void> {
  await refuseUnlessQueueEditor(parts, actor, queueId);
  await changeMany(parts, actor, { accountIds: [accountId], addQueueIds: [queueId] });
}

/** Chats under way finish. @throws not_found for either of them, or may_not */
export async function unassignOperator(
  parts: Parts,
  actor: StaffActor,
  { queueId, accountId }: Assignment,
): Promise<void> {
  await refuseUnlessQueueEditor(parts, actor, queueId);
  await changeMany(parts, actor, { accountIds: [accountId], removeQueueIds: [queueId] });
}

async function refuseUnlessQueueEditor(
  { database }: Parts,
  actor: StaffActor,
  queueId: string,
): Promise<void> {
  const queue = await findVisibleQueue(database.sql, actor, queueId);
  if (!queue) throw noSuchQueue();
  if (queue.institutionId === null)
    throw problem('may_not', 'A co-op’s queue is opened by a level in the co-op.');
  refuseUnlessEditor(actor, queue);
}
