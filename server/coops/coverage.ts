import type { Hours, Span } from '#protocol/hours.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** When a co-op answers for a library, as the audit log tells it: `Europe/Paris: Mon 09:00-17:00, …`. */
export function nameCoverage(coverage: Hours | null): string {
  if (coverage === null) return 'always';
  const days = coverage.week.flatMap((spans, day) => nameDay(WEEKDAYS[day], spans));
  const holidays = coverage.holidays.map(
    ({ date, spans }) => nameDay(date, spans)[0] ?? `${date} closed`,
  );
  return `${coverage.timeZone}: ${[...days, ...holidays].join(', ') || 'never'}`;
}

function nameDay(name: string | undefined, spans: readonly Span[]): string[] {
  if (spans.length === 0) return [];
  return [`${name} ${spans.map(({ from, to }) => `${from}-${to}`).join(' ')}`];
}
