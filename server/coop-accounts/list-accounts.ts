import type { z } from 'zod';
import type { CoopAccount, listCoopAccounts as contract } from '#protocol/coop-accounts.ts';
import { readStanding } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { presentMember } from './coop-account.ts';
import { fits, type Page, readPage } from './pages.ts';
import { refuseUnlessManager } from './refusals.ts';
import { memberRows } from './store.ts';

/**
 * Every row of Manage Accounts, for both admin levels alike.
 *
 * @throws not_found, may_not; malformed for a cursor that no page of this list ended with
 */
export async function listAccounts(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
  { cursor, limit, level, ...filter }: z.output<typeof contract.query>,
): Promise<Page<CoopAccount>> {
  const standing = await readStanding(sql, actor, coopId);
  refuseUnlessManager(standing);
  const rows = memberRows(sql, coopId)
    .where(fits(filter))
    .$if(level !== undefined, (query) => query.where('coopMemberships.level', '=', level ?? null));
  return readPage(rows, { cursor, limit }, (member) => presentMember(standing, member));
}
