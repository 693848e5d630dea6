import { useQuery } from '@tanstack/react-query';
import type { Queue } from '#protocol/queues.ts';
import type { Pool, Room } from '#protocol/shared-things.ts';
import { queuesQuery } from '../../widgets/queries.ts';
import { poolsQuery, roomsQuery } from '../queries.ts';

interface Things {
  /** Of the institution alone: what a co-op has comes with a level. */
  readonly queues: readonly Queue[];
  /** The institution's and the consortium's. */
  readonly pools: readonly Pool[];
  readonly rooms: readonly Room[];
}

/** What an account of an institution can be given; with none, what any account can. */
export function useThings(institutionId: string | undefined): Things {
  const queues = useQuery(queuesQuery);
  const pools = useQuery(poolsQuery);
  const rooms = useQuery(roomsQuery);
  const isShared = (thing: { institutionId: string | null }) =>
    thing.institutionId === null || thing.institutionId === institutionId;

  return {
    queues: queues.data?.items.filter((queue) => queue.institutionId === institutionId) ?? [],
    pools: pools.data?.items.filter(isShared) ?? [],
    rooms: rooms.data?.items.filter(isShared) ?? [],
  };
}
