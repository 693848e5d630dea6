import type { Hours, Span } from '#protocol/hours.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Opening or coverage hours as the audit log tells them: `Europe/Paris: Mon 09:00-17:00, …`. */
export function nameHours(hours: Hours | null): string {
  if (hours === null) return 'always';
  const days = hours.week.flatMap((spans, day) => nameDay(WEEKDAYS[day], spans));
  const holidays = hours.holidays.map(
    ({ date, spans }) => nameDay(date, spans)[0] ?? `${date} closed`,
  );
  return `${hours.timeZone}: ${[...days, ...holidays].join(', ') || 'never'}`;
}

function nameDay(name: string | undefined, spans: readonly Span[]): string[] {
  if (spans.length === 0) return [];
  return [`${name} ${spans.map(({ from, to }) => `${from}-${to}`).join(' ')}`];
}
