import { addDays } from '../told-chats/days.ts';

export interface Dated {
  readonly date: string;
}

/**
 * A series without holes: days or months on which nothing was counted are nulls between those told. A
 * line that leapt over them would show what was not.
 */
export function withGaps<Item extends Dated>(
  series: readonly Item[],
  step: 'day' | 'month',
): { date: string; item: Item | null }[] {
  const last = series.at(-1)?.date;
  const items = new Map(series.map((item) => [item.date, item]));
  const all: { date: string; item: Item | null }[] = [];
  for (let date = series[0]?.date; date !== undefined && last !== undefined && date <= last; ) {
    all.push({ date, item: items.get(date) ?? null });
    date = step === 'day' ? addDays(date, 1) : nextMonth(date);
  }
  return all;
}

function nextMonth(date: string): string {
  // From the first, 31 days lead into the next month and never over it.
  return `${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}
