import type { DeskQueue } from '#protocol/queues.ts';

export interface OwnedQueues {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isCoop: boolean;
  readonly owned: readonly DeskQueue[];
}

/** Queues under the library or co-op that owns them, in the order in which the desk names them. */
export function queuesByOwner(queues: readonly DeskQueue[]): OwnedQueues[] {
  const owners = Map.groupBy(queues, ({ coopId, institutionId }) => coopId ?? institutionId ?? '');
  return [...owners].map(([ownerId, owned]) => ({
    ownerId,
    ownerName: owned[0]?.ownerName ?? '',
    isCoop: owned[0]?.coopId !== null,
    owned,
  }));
}
