import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { restorableSince } from '../platform/restorable-since.ts';
import { findVisibleThing, listDeletedThings, listVisibleThings } from './store.ts';
import { type Kind, type PresentedThing, type StoredThing, sayMissing } from './thing.ts';
import { mayEditThing } from './who-may.ts';

export async function readThings(
  sql: Queries,
  kind: Kind,
  actor: Acting,
): Promise<PresentedThing[]> {
  const things = await listVisibleThings(sql, kind, actor);
  return things.map((thing) => present(actor, thing));
}

/** @throws not_found when there is none, or the caller can't see it */
export async function readThing(
  sql: Queries,
  kind: Kind,
  actor: Acting,
  id: string,
): Promise<PresentedThing> {
  const thing = await findVisibleThing(sql, kind, actor, id);
  if (!thing) throw problem('not_found', sayMissing(kind));
  return present(actor, thing);
}

/** What the caller can restore, newest first. */
export async function readDeletedThings(sql: Queries, kind: Kind, actor: Acting, now: Date) {
  const things = await listDeletedThings(sql, kind, actor, restorableSince(now));
  return things.map((thing) => ({ ...thing, deletedAt: thing.deletedAt.toISOString() }));
}

function present(actor: Acting, thing: StoredThing): PresentedThing {
  return { ...thing, memberIds: [...thing.memberIds], mayEdit: mayEditThing(actor, thing) };
}
