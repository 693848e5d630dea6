import type { Pool } from '#protocol/shared-things.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { POOL, type PresentedThing, readThings } from '../shared-things/index.ts';
import { countMessages } from './store.ts';

export async function readPools(sql: Queries, actor: StaffActor): Promise<Pool[]> {
  return withCounts(sql, await readThings(sql, POOL, actor));
}

export async function withCount(sql: Queries, thing: PresentedThing): Promise<Pool> {
  const counts = await countMessages(sql, [thing.id]);
  return { ...thing, messages: counts.get(thing.id) ?? 0 };
}

async function withCounts(sql: Queries, things: readonly PresentedThing[]): Promise<Pool[]> {
  const counts = await countMessages(
    sql,
    things.map(({ id }) => id),
  );
  return things.map((thing) => ({ ...thing, messages: counts.get(thing.id) ?? 0 }));
}
