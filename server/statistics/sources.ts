import { sql as fragment, type RawBuilder } from 'kysely';
import type { Comparison } from '#protocol/statistics.ts';
import {
  type Narrowing,
  narrowChats,
  type Reach,
  reachedChats,
  reachedFigures,
} from '../scopes/index.ts';
import { STEP_COLUMNS, STEP_VALUES } from './count-store.ts';
import { COMPARED_SUMS, SUMMED } from './measures.ts';

/** Rows to add up: of single chats, or of the half hours, days or months of a wide scope. */
export type Source = RawBuilder<unknown>;

/** What a source tells of the chat `c`. */
export interface Told {
  readonly columns: RawBuilder<unknown>;
  /** What each chat is joined with; it may count for none, or for several. */
  readonly each: RawBuilder<unknown>;
}

const ONCE = fragment``;
const SUM_COLUMNS = `c.opened_at as at, ${SUMMED}, at_hand as most_at_hand`;

/** `at`, the opening; the columns of `SUMMED`; and `most_at_hand`. */
export const SUMS: Told = { columns: fragment.raw(SUM_COLUMNS), each: ONCE };
/** The same, with `wait` and `duration` in seconds, null where there is none. */
export const SUMS_AND_TIMES: Told = {
  columns: fragment.raw(`${SUM_COLUMNS}, case when waited = 1 then wait_seconds end as wait,
    case when lasted = 1 then duration_seconds end as duration`),
  each: ONCE,
};
/** The columns of the steps of waits and durations. */
export const STEPS_OF_TIMES: Told = {
  columns: fragment.raw(STEP_VALUES.map((value, n) => `${value} as ${STEP_COLUMNS[n]}`).join()),
  each: ONCE,
};

const COUNTS_FOR: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  queue: fragment`select c.queue_id as whose_id`,
  library: fragment`select c.institution_id as whose_id`,
  answering: fragment`select unnest(c.answering_ids) as whose_id`,
  operator: fragment`
    select then_by.account_id as whose_id from answerings then_by where then_by.chat_id = c.chat_id`,
};

/** `whose_id`, whom or what the chat counts for, each once; and the columns of `COMPARED_SUMS`. */
export function comparedBy(by: Comparison): Told {
  return {
    columns: fragment.raw(`whose_id, ${COMPARED_SUMS}`),
    each: fragment`cross join lateral (${COUNTS_FOR[by]}) whose`,
  };
}

/** As it was counted, and nothing of it has changed since. */
const AS_COUNTED = fragment<boolean>`not exists (
  select from chats moving where moving.id = c.id and moving.counted_at is null
)`;

/** Chats one by one: those counted by their figures, and the few others as they stand. */
export function chatSource(reach: Reach, by: Narrowing, told: Told): Source {
  return fragment`
    ${countedChats(reach, by, told, AS_COUNTED)}
    union all ${otherChats(reach, by, told, fragment<boolean>`true`)}`;
}

export function countedChats(
  reach: Reach,
  by: Narrowing,
  { columns, each }: Told,
  alsoIs: RawBuilder<boolean>,
): Source {
  const reached = reachedFigures(reach);
  return fragment`
    select ${columns} from ${reached.from} ${each}
    where ${reached.where} and ${narrowChats(by, reached)} and ${alsoIs}`;
}

/**
 * Those that run, and those that changed within the last second. `offset 0` keeps the planner from
 * computing the figures of every chat before it looks for these few.
 */
export function otherChats(
  reach: Reach,
  by: Narrowing,
  { columns, each }: Told,
  alsoIs: RawBuilder<boolean>,
): Source {
  const reached = reachedChats(reach);
  return fragment`
    select ${columns}
    from (
      select c.id from ${reached.from}
      where ${reached.where} and ${narrowChats(by, reached)} and c.counted_at is null and ${alsoIs}
      offset 0
    ) moving
    cross join lateral (
      select * from current_figures told where told.chat_id = moving.id offset 0
    ) c ${each}`;
}
