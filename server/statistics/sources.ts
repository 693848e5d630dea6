import { sql as fragment, type RawBuilder } from 'kysely';
import {
  type Narrowing,
  narrowChats,
  type Reach,
  reachedChats,
  reachedFigures,
} from '../scopes/index.ts';
import { STEP_COLUMNS, STEP_VALUES } from './count-store.ts';
import { SUMMED } from './measures.ts';

/**
 * Rows to add up, `at` being the opening: of single chats, or of the half hours of a wide scope.
 *
 * - `sums`: the columns of `SUMMED`, and `most_at_hand`
 * - `steps`: those of the steps of waits and durations
 * - `named`: as `sums`, and `chat_id`; of single chats alone
 * - `times`: `wait` and `duration` in seconds, null where there is none; of single chats alone
 */
export type Source = RawBuilder<unknown>;
export type Columns = 'sums' | 'named' | 'steps' | 'times';

const OF_CHATS: Readonly<Record<Columns, RawBuilder<unknown>>> = {
  sums: fragment.raw(`${SUMMED}, at_hand as most_at_hand`),
  named: fragment.raw(`${SUMMED}, at_hand as most_at_hand, c.chat_id as chat_id`),
  steps: fragment.raw(STEP_VALUES.map((value, n) => `${value} as ${STEP_COLUMNS[n]}`).join()),
  times: fragment.raw(
    'case when waited = 1 then wait_seconds end as wait, case when lasted = 1 then duration_seconds end as duration',
  ),
};
const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;

/** As it was counted, and nothing of it has changed since. */
const AS_COUNTED = fragment<boolean>`not exists (
  select from chats moving where moving.id = c.id and moving.counted_at is null
)`;
/** It was counted, though of what is counted something may have changed within the last second. */
const IN_SLOTS = fragment<boolean>`true`;
const NOT_IN_SLOTS = fragment<boolean>`not exists (
  select from chat_figures counted where counted.chat_id = c.id
)`;

/** Chats one by one: those counted by their figures, and the few others as they stand. */
export function chatSource(reach: Reach, by: Narrowing, columns: Columns): Source {
  return fragment`
    ${countedChats(reach, by, columns, AS_COUNTED)}
    union all ${otherChats(reach, by, columns, fragment<boolean>`true`)}`;
}

function countedChats(
  reach: Reach,
  by: Narrowing,
  columns: Columns,
  alsoIs: RawBuilder<boolean>,
): Source {
  const reached = reachedFigures(reach);
  return fragment`
    select c.opened_at as at, ${OF_CHATS[columns]} from ${reached.from}
    where ${reached.where} and ${narrowChats(by, reached)} and ${alsoIs}`;
}

/**
 * Those that run, and those that changed within the last second. `offset 0` keeps the planner from
 * computing the figures of every chat before it looks for these few.
 */
function otherChats(
  reach: Reach,
  by: Narrowing,
  columns: Columns,
  alsoIs: RawBuilder<boolean>,
): Source {
  const reached = reachedChats(reach);
  return fragment`
    select c.opened_at as at, ${OF_CHATS[columns]}
    from (
      select c.id from ${reached.from}
      where ${reached.where} and ${narrowChats(by, reached)} and c.counted_at is null and ${alsoIs}
      offset 0
    ) moving,
    lateral (select * from current_figures told where told.chat_id = moving.id offset 0) c`;
}

/** Which half hours are a scope's; undefined for scopes that are narrow, or narrowed by more than time. */
function slotsOf(reach: Reach): RawBuilder<boolean> | undefined {
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

export interface WideSources {
  /** How many chats the whole days tell of; none for a period without one. */
  readonly count: RawBuilder<{ chats: number | null }>;
  readonly sums: Source;
  readonly steps: Source;
}

/** The same chats by half hours, and their steps by days; undefined for scopes that are narrow. */
export function wideSources(reach: Reach, by: Narrowing): WideSources | undefined {
  const slots = slotsOf(reach);
  if (!slots) return undefined;
  const days = wholeOnes(by, DAY_MS);
  const halfHours = wholeOnes(by, HALF_HOUR_MS);
  const inDays = fragment<boolean>`${slots}
    and ${days.from ? fragment`day >= (${days.from}::timestamptz at time zone 'UTC')::date` : TRUE}
    and ${days.to ? fragment`day < (${days.to}::timestamptz at time zone 'UTC')::date` : TRUE}`;
  const inSlots = fragment<boolean>`${slots}
    and ${halfHours.from ? fragment`slot >= ${halfHours.from}` : TRUE}
    and ${halfHours.to ? fragment`slot < ${halfHours.to}` : TRUE}`;

  const join = (whole: Source, span: Span, columns: 'sums' | 'steps') =>
    fragment.join(
      [whole, otherChats(reach, by, columns, NOT_IN_SLOTS), ...besides(reach, by, span, columns)],
      fragment` union all `,
    );
  return {
    count: fragment`select sum(chats) as chats from statistics_days where ${inDays}`,
    sums: join(
      fragment`select slot as at, ${SUM_COLUMNS}, most_at_hand from statistics_slots where ${inSlots}`,
      halfHours,
      'sums',
    ),
    steps: join(
      fragment`select day::timestamptz as at, ${COLUMNS_OF_STEPS} from statistics_days where ${inDays}`,
      days,
      'steps',
    ),
  };
}

const TRUE = fragment<boolean>`true`;
const SUM_COLUMNS = fragment.raw(SUMMED.join());
const COLUMNS_OF_STEPS = fragment.raw(STEP_COLUMNS.join());

interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Where the whole ones of a period begin and end; of a period shorter than one, at its end: there is none. */
function wholeOnes({ from, to }: Span, length: number): Span {
  const end = to && new Date(Math.floor(to.getTime() / length) * length);
  const begin = from && new Date(Math.ceil(from.getTime() / length) * length);
  return begin && to && end && begin >= end ? { from: to, to } : { from: begin, to: end };
}

/** What of the period lies before and after the whole ones, chat by chat; and what they do not tell of. */
function besides(
  reach: Reach,
  by: Narrowing,
  { from, to }: Span,
  columns: 'sums' | 'steps',
): Source[] {
  const sources: Source[] = [];
  if (from) sources.push(countedChats(reach, { ...by, to: from }, columns, IN_SLOTS));
  if (to) sources.push(countedChats(reach, { ...by, from: to }, columns, IN_SLOTS));
  if (reach.kind === 'homeQueues') {
    const own = { ...reach, kind: 'homeOwn' as const };
    const elsewhere = fragment<boolean>`c.route_id <> all (${routesOf(reach.accountId)})`;
    sources.push(countedChats(own, { ...by, from, to }, columns, elsewhere));
  }
  return sources;
}
