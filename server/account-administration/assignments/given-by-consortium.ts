import type { Queries } from '../../platform/database/index.ts';
import type { Assignments, Kind } from './assignments.ts';
import { findThings } from './store.ts';

/** Of an account's assignments, those that no institution gave: they go along to any other. */
export async function givenByConsortium(sql: Queries, had: Assignments): Promise<Assignments> {
  const shared = async (kind: Kind) => {
    const things = await findThings(sql, kind, had[kind]);
    return had[kind].filter((id) => things.get(id)?.institutionId === null);
  };
  // A queue is always an institution's, or comes with a level.
  return { queueIds: [], poolIds: await shared('poolIds'), roomIds: await shared('roomIds') };
}
