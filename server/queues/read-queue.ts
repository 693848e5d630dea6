import type { QueueDetail } from '#protocol/queue-administration.ts';
import type { Queue } from '#protocol/queues.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { findVisibleQueue, visibleOperators } from './administration-store.ts';
import { readHours } from './hours-store.ts';
import { mayEditQueue } from './who-may.ts';

/** @throws not_found when there is none, or the caller can't see it */
export async function readQueue(
  sql: Queries,
  actor: Acting,
  queueId: string,
): Promise<QueueDetail> {
  const queue = await findVisibleQueue(sql, actor, queueId);
  if (!queue) throw noSuchQueue();
  return {
    ...queue,
    operatorIds: await visibleOperators(sql, actor, queueId),
    hours: await readHours(sql, queueId),
    mayEdit: mayEditQueue(actor, queue),
  };
}

export function noSuchQueue() {
  return problem('not_found', 'There is no such queue.');
}

/** For the audit log. */
export function auditTarget({ id, name, institutionId }: Queue) {
  return { kind: 'queue', id, name, institutionId };
}
