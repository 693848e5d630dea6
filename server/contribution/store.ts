import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';

/** Whole months, [from, to); null: without end on that side. */
export interface Months {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Chats that came through a co-op and were answered by another library than the patron's. */
export interface Exchange {
  /** `2026-03`. */
  readonly month: string;
  readonly homeId: string;
  readonly answeringId: string;
  readonly chats: number;
}

/** As counted, and what runs or was closed within the last second beside it. */
export async function listExchanges(
  sql: Queries,
  coopId: string,
  { from, to }: Months,
): Promise<Exchange[]> {
  const since =
    from === null ? fragment`true` : fragment`month >= (${from} at time zone 'UTC')::date`;
  const until = to === null ? fragment`true` : fragment`month < (${to} at time zone 'UTC')::date`;
  const { rows } = await fragment<Exchange>`
    select to_char(month, 'YYYY-MM') as month, home_id, answering_id, sum(chats)::int as chats
    from (
      select month, home_id, answering_id, chats from contribution_months where coop_id = ${coopId}
      union all
      select date_trunc('month', c.opened_at at time zone 'UTC')::date, c.institution_id,
        a.institution_id, count(distinct c.id)
      from chats c
      join coop_chats k on k.chat_id = c.id and k.coop_id = ${coopId} and k.through
      join answerings a on a.chat_id = c.id and a.institution_id <> c.institution_id
      where c.counted_at is null
        and not exists (select from chat_figures counted where counted.chat_id = c.id)
      group by 1, 2, 3
    ) told
    where ${since} and ${until}
    group by 1, 2, 3
    having sum(chats) > 0
  `.execute(sql);
  return rows;
}

export async function readNames(
  sql: Queries,
  institutionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (institutionIds.length === 0) return new Map();
  const rows = await sql
    .selectFrom('institutions')
    .where('id', 'in', institutionIds)
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type ActivityPeriod = 'lastWeek' | 'thisMonth' | 'twelveMonths';

/** When the periods of one's activity begin, on the clock of the institution. */
export async function readPeriods(
  sql: Queries,
  institutionId: string,
  now: Date,
): Promise<{ period: ActivityPeriod; from: Date }[]> {
  const { rows } = await fragment<Record<ActivityPeriod, Date>>`
    select (local - interval '7 days') at time zone time_zone as last_week,
      date_trunc('month', local) at time zone time_zone as this_month,
      (local - interval '12 months') at time zone time_zone as twelve_months
    from (
      select time_zone, ${now}::timestamptz at time zone time_zone as local
      from institutions where id = ${institutionId}
    ) there
  `.execute(sql);
  const [begins] = rows;
  if (!begins) return [];
  return (['lastWeek', 'thisMonth', 'twelveMonths'] as const).map((period) => ({
    period,
    from: begins[period],
  }));
}
