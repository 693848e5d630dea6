import { sql as fragment, type RawBuilder } from 'kysely';
import { type Narrowing, narrowChats, type Reach, reachedChats } from '../scopes/index.ts';
import { SLOT_COLUMNS, SLOT_VALUES } from './count-store.ts';
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
  named: fragment.raw(`${SUMMED}, at_hand as most_at_hand, figures.chat_id as chat_id`),
  steps: fragment.raw(SLOT_VALUES.map((value, n) => `${value} as ${SLOT_COLUMNS[n]}`).join()),
  times: fragment.raw(
    'case when waited = 1 then wait_seconds end as wait, case when lasted = 1 then duration_seconds end as duration',
  ),
};
const OF_SLOTS: Readonly<Record<'sums' | 'steps', RawBuilder<unknown>>> = {
  sums: fragment.raw(`${SUMMED}, most_at_hand`),
  steps: fragment.raw(SLOT_COLUMNS.join()),
};

const HALF_HOUR_MS = 1_800_000;

/** As it was counted, and nothing of it has changed since. */
const AS_COUNTED = fragment<boolean>`c.counted_at is not null`;
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
  const { from, where, openedAt } = reachedChats(reach);
  return fragment`
    select figures.opened_at as at, ${OF_CHATS[columns]}
    from ${from} join chat_figures figures on figures.chat_id = c.id
    where ${where} and ${narrowChats(by, openedAt)} and ${alsoIs}`;
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
  const { from, where, openedAt } = reachedChats(reach);
  return fragment`
    select figures.opened_at as at, ${OF_CHATS[columns]}
    from (
      select c.id from ${from}
      where ${where} and ${narrowChats(by, openedAt)} and c.counted_at is null and ${alsoIs}
      offset 0
    ) moving,
    lateral (select * from current_figures told where told.chat_id = moving.id offset 0) figures`;
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

export interface SlotSources {
  /** How many chats the whole half hours tell of. */
  readonly count: RawBuilder<{ chats: number | null }>;
  read(columns: 'sums' | 'steps'): Source;
}

/** The same chats by half hours; what of the period is no whole half hour, chat by chat. */
export function slotSources(reach: Reach, by: Narrowing): SlotSources | undefined {
  const slots = slotsOf(reach);
  if (!slots) return undefined;
  const first = by.from && new Date(Math.ceil(by.from.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);
  const end = by.to && new Date(Math.floor(by.to.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);
  if (first && end && first >= end) return undefined;

  const whole = fragment<boolean>`${slots}
    and ${first ? fragment`slot >= ${first}` : fragment`true`}
    and ${end ? fragment`slot < ${end}` : fragment`true`}`;
  return {
    count: fragment`select sum(chats) as chats from statistics_slots where ${whole}`,
    read(columns) {
      const parts = [
        fragment`select slot as at, ${OF_SLOTS[columns]} from statistics_slots where ${whole}`,
        otherChats(reach, by, columns, NOT_IN_SLOTS),
      ];
      if (first) parts.push(countedChats(reach, { ...by, to: first }, columns, IN_SLOTS));
      if (end) parts.push(countedChats(reach, { ...by, from: end }, columns, IN_SLOTS));
      if (reach.kind === 'homeQueues') {
        const elsewhere = fragment<boolean>`figures.route_id <> all (${routesOf(reach.accountId)})`;
        const within = { ...by, from: first, to: end };
        parts.push(countedChats({ ...reach, kind: 'homeOwn' }, within, columns, elsewhere));
      }
      return fragment.join(parts, fragment` union all `);
    },
  };
}
