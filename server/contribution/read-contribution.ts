import type { z } from 'zod';
import type { Contribution, readContribution as contract } from '#protocol/contribution.ts';
import { coopReach } from '../coops/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { problem } from '../platform/problem.ts';
import { readPeriod } from '../scopes/index.ts';
import { readStaffedMonths } from '../sittings/index.ts';
import { addMonths, tellLedger } from './ledger.ts';
import { listExchanges, type Months, readNames } from './store.ts';

type Ledger = z.output<(typeof contract.answers)[200]>;

/**
 * Who answers for whom: every library's for a Co-Op Admin, one's own for an Institution Admin.
 *
 * @throws not_found where the co-op is not there for the caller, may_not for the level Regular
 */
export async function readContribution(
  { sql, clock }: Reading,
  actor: StaffActor,
  coopId: string,
  query: z.output<typeof contract.query>,
): Promise<Ledger> {
  const reach = await coopReach(sql, actor, coopId, 'read_statistics');
  if (!reach) throw problem('not_found', 'There is no such co-op.');
  if (reach.kind === 'own')
    throw problem('may_not', 'The ledger is read by the admins of the co-op.');

  const months = wholeMonths(await readPeriod(sql, actor, query));
  const now = clock.now();
  const to = months.to && months.to < now ? months.to : now;
  const exchanges = await listExchanges(sql, coopId, months);
  const staffed = await readStaffedMonths(sql, coopId, { from: months.from, to });
  const entries = tellLedger(exchanges, staffed).filter(
    ({ institutionId }) => reach.kind === 'all' || institutionId === reach.institutionId,
  );
  const names = await readNames(sql, [...new Set(entries.map((entry) => entry.institutionId))]);
  const named = <Entry extends { institutionId: string }>(entry: Entry) => ({
    ...entry,
    institutionName: names.get(entry.institutionId) ?? '',
  });
  return {
    items: entries.map(named).sort(byMonthAndName),
    totals: addMonths(entries)
      .map(named)
      .sort((a, b) => a.institutionName.localeCompare(b.institutionName, 'en')),
  };
}

function byMonthAndName(a: Contribution, b: Contribution): number {
  if (a.month !== b.month) return a.month < b.month ? -1 : 1;
  return a.institutionName.localeCompare(b.institutionName, 'en');
}

/** The months (UTC) in which the period begins, and in which its last moment lies. */
function wholeMonths({ from, to }: { from: Date | null; to: Date | null }): Months {
  const last = to && new Date(to.getTime() - 1);
  return {
    from: from && new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth())),
    to: last && new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1)),
  };
}
