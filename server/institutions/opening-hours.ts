import type { Hours, Span } from '#protocol/hours.ts';

const DAY_MS = 86_400_000;
/** Nobody plans further ahead, and somewhere a search has to end. */
const DAYS_AHEAD = 400;

/**
 * Whether the clock on the wall shows a time within a span of its day; null: always open. In the hour
 * that comes twice in autumn it may be open, closed and open again: the clock shows so.
 */
export function isOpen(hours: Hours | null, instant: Date): boolean {
  if (hours === null) return true;
  const { date, time } = onTheWall(hours.timeZone, instant);
  return spansOf(hours, date).some(({ from, to }) => from <= time && time < to);
}

/** The next instant at which it opens or closes; null: never within 400 days. */
export function nextChange(hours: Hours | null, instant: Date): Date | null {
  if (hours === null) return null;
  const now = isOpen(hours, instant);
  const today = Date.parse(`${onTheWall(hours.timeZone, instant).date}T00:00Z`);
  for (let day = -1; day <= DAYS_AHEAD; day += 1) {
    const found = turningPoints(hours, today + day * DAY_MS).find(
      (at) => at > instant && isOpen(hours, at) !== now,
    );
    if (found) return found;
  }
  return null;
}

/** Instants of one local day at which something may change, in order. `midnight`: of its date, in UTC. */
function turningPoints(hours: Hours, midnight: number): Date[] {
  const date = new Date(midnight).toISOString().slice(0, 10);
  const times = spansOf(hours, date).flatMap(({ from, to }) => [from, to]);
  const offsets = new Set([
    offsetAt(hours.timeZone, midnight - DAY_MS),
    offsetAt(hours.timeZone, midnight + 2 * DAY_MS),
  ]);
  // The day itself changes what holds, as a holiday that begins at midnight does.
  const shown = ['00:00', '24:00', ...times].flatMap((time) =>
    [...offsets].map((offset) => midnight + minutesOf(time) * 60_000 - offset),
  );
  return (
    [...shown, ...clockChange(hours.timeZone, midnight)]
      // The clocks may have been changed a day before, and a time at the other offset be the next day’s.
      .filter((at) => [at, at - 1].some((near) => dateAt(hours.timeZone, near) === date))
      .sort((one, other) => one - other)
      .map((at) => new Date(at))
  );
}

/** The instant at which the clocks are changed around a day: a time that the wall never showed begins or ends there. */
function clockChange(timeZone: string, midnight: number): number[] {
  let before = midnight - DAY_MS;
  let after = midnight + 2 * DAY_MS;
  const offset = offsetAt(timeZone, before);
  if (offsetAt(timeZone, after) === offset) return [];
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 120_000) * 60_000;
    if (offsetAt(timeZone, middle) === offset) before = middle;
    else after = middle;
  }
  return [after];
}

function dateAt(timeZone: string, instant: number): string {
  return onTheWall(timeZone, new Date(instant)).date;
}

function spansOf({ week, holidays }: Hours, date: string): readonly Span[] {
  const exception = holidays.find((holiday) => holiday.date === date);
  return exception?.spans ?? week[new Date(`${date}T00:00Z`).getUTCDay()] ?? [];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Milliseconds by which the wall is ahead of UTC. */
function offsetAt(timeZone: string, instant: number): number {
  const { date, time } = onTheWall(timeZone, new Date(instant));
  const wall = Date.parse(`${date}T${time}Z`);
  return wall - Math.floor(instant / 60_000) * 60_000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, to the minute: `2026-03-29`, `02:30`. */
function onTheWall(timeZone: string, instant: Date): { date: string; time: string } {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish writes dates as ISO 8601 does.
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  const [date = '', time = ''] = clock.format(instant).split(' ');
  return { date, time };
}
