import { sql as fragment, type RawBuilder } from 'kysely';
import type { Comparison } from '#protocol/statistics.ts';
import type { Narrowing, Reach } from '../scopes/index.ts';
import { STEP_COLUMNS } from './count-store.ts';
import { COMPARED_SUMS, SUMMED } from './measures.ts';
import {
  comparedBy,
  countedChats,
  otherChats,
  type Source,
  STEPS_OF_TIMES,
  SUMS,
  type Told,
} from './sources.ts';
import { DAYS, HALF_HOURS, MONTHS, type Span, wholeOnes } from './spans.ts';

/** It was counted, though of what is counted something may have changed within the last second. */
const IS_COUNTED = fragment<boolean>`true`;
const NOT_COUNTED = fragment<boolean>`not exists (
  select from chat_figures counted where counted.chat_id = c.id
)`;
const TRUE = fragment<boolean>`true`;

/** What was counted of whole scopes, half hour by half hour, day by day and month by month. */
export interface WideSources {
  /** How many chats the whole days tell of; none for a period without one. */
  readonly count: RawBuilder<{ chats: number | null }>;
  /** As `SUMS` and `STEPS_OF_TIMES` of `sources.ts`. */
  readonly sums: Source;
  readonly steps: Source;
  /** As its `comparedBy`. */
  readonly compared: (by: Comparison) => Source;
}

/** Undefined for scopes that are narrow. */
export function wideSources(reach: Reach, by: Narrowing): WideSources | undefined {
  const scope = scopeOf(reach);
  if (!scope) return undefined;
  const halfHours = wholeOnes(by, HALF_HOURS);
  const days = wholeOnes(by, DAYS);
  const months = wholeOnes(by, MONTHS);
  const inDays = fragment<boolean>`${scope} and ${within(fragment`day`, days, dateOf)}`;
  const inSlots = fragment<boolean>`${scope} and ${within(fragment`slot`, halfHours, instantOf)}`;
  const inMonths = fragment<boolean>`${scope} and ${within(fragment`month`, months, dateOf)}`;

  const join = (whole: Source, span: Span, told: Told) =>
    fragment.join(
      [whole, otherChats(reach, by, told, NOT_COUNTED), ...besides(reach, by, span, told)],
      fragment` union all `,
    );
  return {
    count: fragment`select sum(chats) as chats from statistics_days where ${inDays}`,
    sums: join(
      fragment`select slot as at, ${SUM_COLUMNS}, most_at_hand from statistics_slots where ${inSlots}`,
      halfHours,
      SUMS,
    ),
    steps: join(
      fragment`select ${COLUMNS_OF_STEPS} from statistics_days where ${inDays}`,
      days,
      STEPS_OF_TIMES,
    ),
    compared: (comparison) =>
      join(
        fragment`select whose_id, ${COMPARED_COLUMNS} from compared_months
          where compared = ${comparison} and ${inMonths}`,
        months,
        comparedBy(comparison),
      ),
  };
}

const SUM_COLUMNS = fragment.raw(SUMMED.join());
const COLUMNS_OF_STEPS = fragment.raw(STEP_COLUMNS.join());
const COMPARED_COLUMNS = fragment.raw(COMPARED_SUMS.join());

/** Which rows of what was counted are a scope's; undefined for scopes that are narrow. */
function scopeOf(reach: Reach): RawBuilder<boolean> | undefined {
  switch (reach.kind) {
    case 'home':
      return fragment`kind = 'institution' and scope_id = ${reach.institutionId}`;
    case 'homeQueues':
      return fragment`kind = 'institution' and scope_id = ${reach.institutionId}
        and part_id = any (${routesOf(reach.accountId)})`;
    case 'coop':
      return fragment`kind = 'coop' and scope_id = ${reach.coopId}`;
    case 'coopInstitution':
      return fragment`kind = 'coopInstitution' and scope_id = ${reach.coopId}
        and part_id = ${reach.institutionId}`;
    default:
      return undefined;
  }
}

/** Routes that touch a queue which the account staffs. */
function routesOf(accountId: string) {
  return fragment`array(
    select id from chat_routes where queue_ids && array(
      select queue_id from operator_queues where account_id = ${accountId}
    )
  )`;
}

function within(
  column: RawBuilder<unknown>,
  { from, to }: Span,
  read: (at: Date) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const since = from ? fragment`${column} >= ${read(from)}` : TRUE;
  const until = to ? fragment`${column} < ${read(to)}` : TRUE;
  return fragment<boolean>`${since} and ${until}`;
}

const instantOf = (at: Date) => fragment`${at}::timestamptz`;
const dateOf = (at: Date) => fragment`(${at}::timestamptz at time zone 'UTC')::date`;

/** What of the period lies before and after the whole ones, chat by chat; and what they do not tell of. */
function besides(reach: Reach, by: Narrowing, { from, to }: Span, told: Told): Source[] {
  const sources: Source[] = [];
  if (from) sources.push(countedChats(reach, { ...by, to: from }, told, IS_COUNTED));
  if (to) sources.push(countedChats(reach, { ...by, from: to }, told, IS_COUNTED));
  if (reach.kind === 'homeQueues') {
    const own = { ...reach, kind: 'homeOwn' as const };
    const elsewhere = fragment<boolean>`c.route_id <> all (${routesOf(reach.accountId)})`;
    sources.push(countedChats(own, { ...by, from, to }, told, elsewhere));
  }
  return sources;
}
