import type { z } from 'zod';
import type { CoopCandidate, listCoopCandidates as contract } from '#protocol/coop-accounts.ts';
import { addsWithin, readStanding } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { fits, type Page, readPage } from './pages.ts';
import { refuseUnlessManager } from './refusals.ts';
import { candidateRows } from './store.ts';

/**
 * Accounts that the caller may add, library by library.
 *
 * @throws not_found, may_not; malformed for a cursor that no page of this list ended with
 */
export async function listCandidates(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
  { cursor, limit, ...filter }: z.output<typeof contract.query>,
): Promise<Page<CoopCandidate>> {
  const standing = await readStanding(sql, actor, coopId);
  refuseUnlessManager(standing);
  const rows = candidateRows(sql, coopId, addsWithin(standing)).where(fits(filter));
  return readPage(rows, { cursor, limit }, (candidate) => candidate);
}
