import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import { type Medians, SUMMED, type Sums } from './measures.ts';
import type { Source } from './sources.ts';
import { medianOf, STEPS } from './steps.ts';
import type { WideSources } from './wide-sources.ts';

/** Of a day, or of an hour of the week; the other is null. */
export type Group = Sums & {
  /** `2026-03-02`. */
  readonly day: string | null;
  /** Sunday is 0. */
  readonly weekday: number | null;
  readonly hour: number | null;
};

const SUM_ALL = fragment.raw(SUMMED.map((column) => `sum(${column}) as ${column}`).join(', '));

/** By day, and by hour of the week, on the clock of a time zone. */
export async function groupSums(sql: Queries, source: Source, timeZone: string): Promise<Group[]> {
  const { rows } = await grouped(source, timeZone).execute(sql);
  return rows;
}

/** The same of chats one by one, with their medians, to the second. `timed`: as `SUMS_AND_TIMES` says. */
export async function groupTimedSums(
  sql: Queries,
  timed: Source,
  timeZone: string,
): Promise<{ groups: Group[]; medians: Medians }> {
  const { rows } = await fragment<Group & Medians>`
    with timed as materialized (${timed})
    select groups.*,
      (select percentile_cont(0.5) within group (order by wait) from timed) as wait_median,
      (select percentile_cont(0.5) within group (order by duration) from timed) as duration_median
    from (${grouped(fragment`select * from timed`, timeZone)}) groups
  `.execute(sql);
  const { waitMedian = null, durationMedian = null } = rows[0] ?? {};
  return { groups: rows, medians: { waitMedian, durationMedian } };
}

function grouped(source: Source, timeZone: string) {
  return fragment<Group>`
    select to_char(day, 'YYYY-MM-DD') as day, weekday, hour, ${SUM_ALL},
      max(most_at_hand) as most_at_hand
    from (
      select *, local::date as day, date_part('dow', local)::int as weekday,
        date_part('hour', local)::int as hour
      -- The clock of a zone is slow to read: once a row, and not wherever it is named above.
      from (select *, at at time zone ${timeZone} as local from (${source}) told offset 0) placed
    ) grouped
    group by grouping sets ((day), (weekday, hour))`;
}

const SUM_STEPS = fragment.raw(
  ['wait', 'duration']
    .map(
      (what) => `array[${STEPS.map((step) => `sum(${what}_${step})`)}]::float8[] as ${what}_steps`,
    )
    .join(', '),
);

/** Of very many: by steps. */
export async function readSteppedMedians(sql: Queries, steps: Source): Promise<Medians> {
  const { rows } = await fragment<{ waitSteps: number[]; durationSteps: number[] }>`
    select ${SUM_STEPS} from (${steps}) told
  `.execute(sql);
  const { waitSteps = [], durationSteps = [] } = rows[0] ?? {};
  return { waitMedian: medianOf(waitSteps), durationMedian: medianOf(durationSteps) };
}

export async function countWide(sql: Queries, { count }: WideSources): Promise<number> {
  const { rows } = await count.execute(sql);
  return rows[0]?.chats ?? 0;
}
