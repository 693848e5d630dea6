import type { SeededRandom } from '../random.ts';
import type { Library } from './town.ts';

/** Of an hour of the day, from midnight, by the library's clock: quiet nights, a peak after noon, a second in the evening. */
const BY_HOUR = [2, 1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 11, 12, 11, 10, 8, 7, 8, 9, 8, 6, 4];
const WEEKEND = 0.5;

export interface Arrival {
  readonly time: number;
  readonly library: Library;
}

/** When somebody asks where, by the hours of the week: each library is as busy as the next. */
export function arrivals(
  libraries: readonly Library[],
  { chats, from, hours }: { chats: number; from: number; hours: number },
  random: SeededRandom,
): Arrival[] {
  const most = Math.max(...BY_HOUR);
  const found: Arrival[] = [];
  while (found.length < chats) {
    const time = from + random.next() * hours * 3_600_000;
    const library = random.pick(libraries);
    if (random.next() * most < weightAt(time, library.timeZone)) found.push({ time, library });
  }
  return found;
}

function weightAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    weekday: 'short',
  }).formatToParts(time);
  const told = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const weight = BY_HOUR[Number(told('hour'))] ?? 0;
  return told('weekday').startsWith('S') ? weight * WEEKEND : weight;
}
