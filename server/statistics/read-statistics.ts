import type { Statistics } from '#protocol/statistics.ts';
import type { ChatFilter } from '#protocol/told-chats.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, isNarrowed, type Narrowing, readPeriod } from '../scopes/index.ts';
import { readShapes, staffedHours } from '../sittings/index.ts';
import { addSums, presentAll } from './measures.ts';
import { tellSeries, tellWeek } from './series.ts';
import { chatSource, SUMS_AND_TIMES } from './sources.ts';
import { countWide, groupSums, groupTimedSums, readSteppedMedians } from './store.ts';
import { wideSources } from './wide-sources.ts';

/** Up to so many chats all is added up one by one, and medians are told to the second. */
const ONE_BY_ONE = 10_000;

/** @throws not_found for a scope that is not there for the caller */
export async function readStatistics(
  { sql, clock }: Reading,
  actor: StaffActor,
  { scope, ...filter }: ChatFilter,
  oneByOne = ONE_BY_ONE,
): Promise<Statistics> {
  const reach = await findReach(sql, actor, scope, 'read_statistics');
  const { from, to, timeZone } = await readPeriod(sql, actor, filter);
  const by: Narrowing = { ...filter, from, to };

  const wide = isNarrowed(by) ? undefined : wideSources(reach, by);
  const isMany = wide !== undefined && (await countWide(sql, wide)) > oneByOne;
  const { groups, medians } = isMany
    ? {
        groups: await groupSums(sql, wide.sums, timeZone),
        medians: await readSteppedMedians(sql, wide.steps),
      }
    : await groupTimedSums(sql, chatSource(reach, by, SUMS_AND_TIMES), timeZone);
  const shapes = await readShapes(sql, reach, { from, to: earlier(to, clock.now()), timeZone });

  const days = groups.filter(({ day }) => day !== null);
  return {
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    timeZone,
    total: presentAll(addSums(days), medians),
    ...tellSeries(days),
    week: tellWeek(
      groups.filter(({ day }) => day === null),
      staffedHours(shapes),
    ),
  };
}

function earlier(to: Date | null, now: Date): Date {
  return to !== null && to < now ? to : now;
}
