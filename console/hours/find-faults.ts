import { z } from 'zod';
import { type Hours, type Span, timeOfDay } from '#protocol/hours.ts';

/** What is wrong with hours as they were entered. */
export type HoursFault = 'time' | 'order' | 'overlap' | 'date' | 'twice';

/** By dotted path, as the server names fields: `week.1.0.to`, `week.1`, `holidays.0.date`. */
export type HoursFaults = ReadonlyMap<string, HoursFault>;

/** The rules of `protocol/hours.ts`, told one by one, so that each stands beside its field. */
export function findFaults(hours: Hours): HoursFaults {
  const dates = hours.holidays.map(({ date }) => date);
  return new Map<string, HoursFault>([
    ...hours.week.flatMap((spans, day) => faultsOfDay(`week.${day}`, spans)),
    ...hours.holidays.flatMap(({ date, spans }, n): [string, HoursFault][] => [
      ...faultsOfDate(`holidays.${n}.date`, date, dates.indexOf(date) < n),
      ...faultsOfDay(`holidays.${n}.spans`, spans),
    ]),
  ]);
}

function faultsOfDate(path: string, date: string, isSecond: boolean): [string, HoursFault][] {
  if (!z.iso.date().safeParse(date).success) return [[path, 'date']];
  return isSecond ? [[path, 'twice']] : [];
}

function faultsOfDay(path: string, spans: readonly Span[]): [string, HoursFault][] {
  const faults = spans.flatMap(({ from, to }, n): [string, HoursFault][] => {
    const missing = [
      ...(isTime(from) ? [] : [[`${path}.${n}.from`, 'time'] as [string, HoursFault]]),
      ...(isTime(to) ? [] : [[`${path}.${n}.to`, 'time'] as [string, HoursFault]]),
    ];
    if (missing.length > 0) return missing;
    return from < to ? [] : [[`${path}.${n}.to`, 'order']];
  });
  // Whether they overlap can be told once each is sound by itself.
  if (faults.length > 0 || !doOverlap(spans)) return faults;
  return [[path, 'overlap']];
}

function doOverlap(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.some((span, n) => n > 0 && (sorted[n - 1]?.to ?? '') > span.from);
}

function isTime(text: string): boolean {
  return timeOfDay.safeParse(text).success;
}
