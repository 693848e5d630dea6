import type { Statistics } from '#protocol/statistics.ts';
import type { ChatFilter } from '#protocol/told-chats.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, isNarrowed, type Narrowing, type Reach, readPeriod } from '../scopes/index.ts';
import { readShapes, staffedHours } from '../sittings/index.ts';
import { addSums, type Medians, presentAll } from './measures.ts';
import { tellSeries, tellWeek } from './series.ts';
import { chatSource, wideSources } from './sources.ts';
import { countWide, groupSums, readMedians, readSteppedMedians } from './store.ts';

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
  const [groups, medians, shapes] = await Promise.all([
    groupSums(sql, isMany ? wide.sums : chatSource(reach, by, 'sums'), timeZone),
    isMany ? readSteppedMedians(sql, wide.steps) : medianOfChats(sql, reach, by),
    readShapes(sql, reach, { from, to: earlier(to, clock.now()), timeZone }),
  ]);

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

function medianOfChats(sql: Queries, reach: Reach, by: Narrowing): Promise<Medians> {
  return readMedians(sql, chatSource(reach, by, 'times'));
}

function earlier(to: Date | null, now: Date): Date {
  return to !== null && to < now ? to : now;
}
