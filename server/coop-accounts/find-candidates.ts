import type { z } from 'zod';
import type { findCoopCandidates as contract } from '#protocol/coop-accounts.ts';
import { addsWithin, readStanding } from '../coops/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredCandidate } from './coop-account.ts';
import { refuseUnlessManager } from './refusals.ts';
import { coopAccountRows } from './store.ts';

type Found = z.output<(typeof contract.answers)[200]>;

/**
 * Judges a pasted list of usernames, each once and in whatever case. Everybody's membership can be seen
 * by who is let in; an account that is no member and out of the caller's reach is unknown to them.
 *
 * @throws not_found, may_not
 */
export async function findCandidates(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
  usernames: readonly string[],
): Promise<Found> {
  const standing = await readStanding(sql, actor, coopId);
  refuseUnlessManager(standing);
  const within = addsWithin(standing);
  const wanted = [...new Set(usernames.map((username) => username.trim().toLowerCase()))];
  const rows = await coopAccountRows(sql, coopId, null)
    .select('coopMemberships.level')
    .where('accounts.username', 'in', wanted)
    .execute();
  const known = new Map(rows.map((row) => [row.username, row]));

  const found: StoredCandidate[] = [];
  const refused: Found['refused'] = [];
  for (const username of wanted.filter((name) => name !== '')) {
    const { level, ...account } = known.get(username) ?? { level: null };
    if (level !== null) refused.push({ username, reason: 'member' });
    else if ('accountId' in account && (within === null || account.institutionId === within))
      found.push(account);
    else refused.push({ username, reason: 'unknown' });
  }
  return { found, refused };
}
