import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import type { Standing } from './levels.ts';
import { noSuchCoop, readStanding } from './standing.ts';
import { lockCoop } from './store.ts';

export interface HeldCoop {
  readonly coop: { readonly id: string; readonly name: string };
  readonly standing: Standing;
}

/**
 * Holds a co-op's libraries and levels still until the transaction ends, and asks only then what the
 * actor is there: of two Co-Op Admins who remove each other at once, the second finds that they are
 * none any more. To be called before any account is locked.
 *
 * @throws not_found where the co-op is not there for the actor
 */
export async function holdCoop(sql: Queries, actor: StaffActor, coopId: string): Promise<HeldCoop> {
  const coop = await lockCoop(sql, coopId);
  if (!coop) throw noSuchCoop();
  return { coop, standing: await readStanding(sql, actor, coopId) };
}

/** @throws may_not for all but the owner, who keeps the co-ops */
export function refuseUnlessKeeper({ isOwner }: { readonly isOwner: boolean }): void {
  if (isOwner) return;
  throw problem('may_not', 'Co-ops are kept by the owner of the installation.');
}
