import type { Language } from '#protocol/schemas.ts';
import type { DayHours, Site } from './site.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** 0 is Monday, by the library's own clock. */
export function weekdayOf(now: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone }).format(now);
  return DAYS.indexOf(day);
}

export function hoursOn(site: Site, day: number): DayHours {
  return site.hours[day] ?? null;
}

/** `8:00 AM – 10:00 PM`, `8:00 – 22:00`: as the language writes it. */
export function sayHours([opens, closes]: NonNullable<DayHours>, language: Language): string {
  const time = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return time.formatRange(Date.UTC(2026, 0, 1, opens), Date.UTC(2026, 0, 1, closes));
}
