import type { FewMeasures, Statistics } from '#protocol/statistics.ts';
import { addSums, presentFew, type Sums } from './measures.ts';
import type { Group } from './store.ts';

/** Days from the first to the last up to which each is told. */
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** The days in order; or, where there are too many to look at, the months. */
export function tellSeries(days: readonly Group[]): Pick<Statistics, 'step' | 'series'> {
  const dated = days
    .flatMap(({ day, ...sums }) => (day === null ? [] : [{ day, sums }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = dated[0]?.day;
  const last = dated.at(-1)?.day;
  const isLong = first && last && Date.parse(last) - Date.parse(first) > MOST_DAYS * DAY_MS;
  if (!isLong) {
    return { step: 'day', series: dated.map(({ day, sums }) => present(day, sums)) };
  }
  const months = Map.groupBy(dated, ({ day }) => `${day.slice(0, 7)}-01`);
  const series = [...months].map(([month, all]) =>
    present(month, addSums(all.map(({ sums }) => sums))),
  );
  return { step: 'month', series };
}

function present(date: string, sums: Sums): FewMeasures & { date: string } {
  return { date, ...presentFew(sums) };
}

const NOTHING = presentFew(addSums([]));

/** The hours of the week with chats, or with anybody at the desk. `staffed`: hours, by hour of the week. */
export function tellWeek(groups: readonly Group[], staffed: readonly number[]): Statistics['week'] {
  const byHour = new Map(
    groups.map((group) => [(group.weekday ?? 0) * 24 + (group.hour ?? 0), presentFew(group)]),
  );
  return staffed.flatMap((hours, at) => {
    const staffedHours = Math.round(hours * 100) / 100;
    const told = byHour.get(at);
    if (!told && staffedHours === 0) return [];
    return { weekday: Math.floor(at / 24), hour: at % 24, ...(told ?? NOTHING), staffedHours };
  });
}
