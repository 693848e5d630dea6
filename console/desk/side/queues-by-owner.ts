import type { DeskQueue } from '#protocol/queues.ts';

/** Queues under their owner's name, owners in the order in which the desk names them. */
export function queuesByOwner(queues: readonly DeskQueue[]): [string, DeskQueue[]][] {
  return [...Map.groupBy(queues, ({ ownerName }) => ownerName)];
}
