import type { Coop, CoopDetail } from '#protocol/coops.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { listCoopQueues } from '../queues/index.ts';
import { presentCoop, presentDetail } from './coop.ts';
import { actingLevel } from './levels.ts';
import { noSuchCoop, readStanding } from './standing.ts';
import { findCoop, listInstitutions, listCoops as listRows } from './store.ts';

/** The co-ops that the caller has a level in; for the owner, all. */
export async function listCoops(sql: Queries, actor: StaffActor): Promise<Coop[]> {
  const isOwner = actor.role === 'owner';
  const rows = await listRows(sql, actor.accountId, { all: isOwner });
  return rows.flatMap(({ level: held, ...coop }) => {
    const level = actingLevel(actor, held ?? undefined);
    return level ? [presentCoop({ ...actor, level, isOwner }, coop)] : [];
  });
}

/** @throws not_found */
export async function readCoop(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
): Promise<CoopDetail> {
  const standing = await readStanding(sql, actor, coopId);
  const coop = await findCoop(sql, coopId);
  if (!coop) throw noSuchCoop();
  const institutions = await listInstitutions(sql, coopId);
  return presentDetail(standing, coop, institutions, await listCoopQueues(sql, coopId));
}
