import type { DeskQueue } from '#protocol/queues.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { saveOptIn, staffedQueues } from '../queues/index.ts';
import { readQueuePresence } from './store.ts';

/** @throws not_found when the account may not staff the queue, whether or not there is one */
export async function optIntoQueue(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  choice: { queueId: string; optedIn: boolean },
): Promise<DeskQueue> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const saved = await saveOptIn(database.sql, { ...choice, accountId: actor.accountId });
  if (!saved) throw problem('not_found', 'You have no such queue.');
  bus.publish('operator', { accountId: actor.accountId });

  const [staffed, presence] = await Promise.all([
    staffedQueues(database.sql, [actor.accountId]),
    readQueuePresence(database.sql, clock.now()),
  ]);
  const queue = staffed.find(({ id }) => id === choice.queueId);
  if (!queue) throw problem('not_found', 'You have no such queue.');
  const { accountId: _, ...rest } = queue;
  const on = presence.find(({ queueId }) => queueId === choice.queueId);
  return { ...rest, operatorsOn: on?.operatorsOn ?? 0 };
}
