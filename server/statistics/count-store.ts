import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import { COMPARED_SUMS, SUMMED } from './measures.ts';
import { BOUNDS, STEPS } from './steps.ts';

/** Two who count at once would wait for each other's rows crosswise. Any number that nothing else uses. */
const LOCK = 7_273_112;

/** Closed chats that are to be counted; locked until the transaction ends, so that nobody else counts them. */
export async function takeUncounted(
  sql: Queries,
  limit: number,
): Promise<{ id: string; practisedBy: string | null }[]> {
  return sql
    .selectFrom('chats')
    .select(['id', 'practisedBy'])
    .where('countedAt', 'is', null)
    .where('state', '=', 'closed')
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
}

export async function markCounted(
  sql: Queries,
  chatIds: readonly string[],
  now: Date,
): Promise<void> {
  await sql.updateTable('chats').set({ countedAt: now }).where('id', 'in', chatIds).execute();
}

/** The columns of `statistics_days` that add up, by name, and what each is of one row of figures. */
export const STEP_COLUMNS: readonly string[] = STEPS.flatMap((step) => [
  `wait_${step}`,
  `duration_${step}`,
]);
export const STEP_VALUES: readonly string[] = STEPS.flatMap((step) => [
  `(waited * (width_bucket(wait_seconds, '{${BOUNDS}}'::int[]) = ${step})::int)`,
  `(lasted * (width_bucket(duration_seconds, '{${BOUNDS}}'::int[]) = ${step})::int)`,
]);

/** The scopes that a row of figures counts in, and the half hour and the day that it counts for. */
export const CELLS = `
  lateral (
    select 'institution' as kind, figures.institution_id as scope_id, figures.route_id as part_id
    union all
    select 'coop', coop_id, coop_id from unnest(figures.coop_ids) coop_id
    union all
    select 'coopInstitution', coop_id, answering_id
    from unnest(figures.through_ids) coop_id, unnest(figures.answering_ids) answering_id
  ) cell,
  lateral (
    select date_bin('30 minutes', figures.opened_at, timestamptz 'epoch') as slot,
      (figures.opened_at at time zone 'UTC')::date as day
  ) binned`;

/** Whom or what a row of figures counts for when a scope is told apart, each once. */
export const COMPARED = `
  lateral (
    select 'queue' as compared, figures.queue_id as whose_id
    union all
    select 'library', figures.institution_id
    union all
    select 'answering', unnest(figures.answering_ids)
    union all
    select 'operator', a.account_id from answerings a where a.chat_id = figures.chat_id
  ) whose`;

/** The columns of `chat_figures` beside the chat's id. */
const FIGURE_COLUMNS: readonly string[] = [
  'opened_at',
  'institution_id',
  'queue_id',
  'route_id',
  'route_queue_ids',
  'coop_ids',
  'through_ids',
  'answering_ids',
  ...SUMMED,
];

/** What follows `fresh`, the figures of some chats as they stand. */
const ADD_UP = `
  figures as (
    select 1 as sign, * from fresh
    union all
    select -1, stale.* from chat_figures stale join fresh on fresh.chat_id = stale.chat_id
  ),
  slots as (
    insert into statistics_slots (kind, scope_id, slot, part_id, most_at_hand, ${SUMMED})
    select kind, scope_id, slot, part_id, max(at_hand),
      ${SUMMED.map((column) => `sum(sign * ${column})`)}
    from figures, ${CELLS}
    group by 1, 2, 3, 4
    on conflict (kind, scope_id, slot, part_id) do update set
      most_at_hand = greatest(statistics_slots.most_at_hand, excluded.most_at_hand),
      ${SUMMED.map((column) => `${column} = statistics_slots.${column} + excluded.${column}`)}
  ),
  days as (
    insert into statistics_days (kind, scope_id, day, part_id, chats, ${STEP_COLUMNS})
    select kind, scope_id, day, part_id, sum(sign),
      ${STEP_VALUES.map((value) => `sum(sign * ${value})`)}
    from figures, ${CELLS}
    group by 1, 2, 3, 4
    on conflict (kind, scope_id, day, part_id) do update set
      chats = statistics_days.chats + excluded.chats,
      ${STEP_COLUMNS.map((column) => `${column} = statistics_days.${column} + excluded.${column}`)}
  ),
  compared as (
    insert into compared_months (kind, scope_id, part_id, compared, month, whose_id, ${COMPARED_SUMS})
    select kind, scope_id, part_id, compared,
      date_trunc('month', figures.opened_at at time zone 'UTC')::date, whose_id,
      ${COMPARED_SUMS.map((column) => `sum(sign * ${column})`)}
    from figures, ${CELLS}, ${COMPARED}
    group by 1, 2, 3, 4, 5, 6
    on conflict (kind, scope_id, compared, month, part_id, whose_id) do update set
      ${COMPARED_SUMS.map((column) => `${column} = compared_months.${column} + excluded.${column}`)}
  ),
  months as (
    insert into contribution_months (coop_id, month, home_id, answering_id, chats)
    select coop_id, date_trunc('month', opened_at at time zone 'UTC')::date, institution_id,
      answering_id, sum(sign)
    from figures, unnest(through_ids) coop_id, unnest(answering_ids) answering_id
    where answering_id <> institution_id
    group by 1, 2, 3, 4
    on conflict (coop_id, month, home_id, answering_id) do update set
      chats = contribution_months.chats + excluded.chats
  ),
  routes as (
    insert into chat_routes (id, queue_ids) select distinct route_id, route_queue_ids from fresh
    on conflict do nothing
  ),
  texts as (
    insert into transcript_texts (chat_id, opened_at, words)
    select chat_id, opened_at, to_tsvector('simple', coalesce(said_in(chat_id), '')) from fresh
    on conflict (chat_id) do update set words = excluded.words
  )
  insert into chat_figures (chat_id, ${FIGURE_COLUMNS})
  select chat_id, ${FIGURE_COLUMNS} from fresh
  on conflict (chat_id) do update set
    ${FIGURE_COLUMNS.map((column) => `${column} = excluded.${column}`)}`;

/**
 * Takes chats into the figures, or what has changed of them since: what they counted before is taken
 * out, what they count now is put in.
 */
export async function addUp(sql: Queries, chatIds: readonly string[]): Promise<void> {
  await fragment`select pg_advisory_xact_lock(${LOCK})`.execute(sql);
  await fragment`
    with fresh as materialized (
      select * from current_figures where chat_id = any (${chatIds}::uuid[])
    ), ${fragment.raw(ADD_UP)}
  `.execute(sql);
}
