import { useMemo } from 'react';
import type { Span } from '#protocol/hours.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';
import type { DayGroup } from './group-days.ts';
import { nameWeekday, type Weekday, weekdaysOf } from './weekdays.ts';

export interface HoursWords {
  readonly week: readonly Weekday[];
  readonly day: (day: Weekday) => string;
  /** `Monday – Thursday`. */
  readonly days: (group: DayGroup) => string;
  /** `9:00 AM`; midnight at the end of a day has its own word. */
  readonly time: (time: string) => string;
  readonly span: (span: Span) => string;
  /** Of a day; without any: closed. */
  readonly spans: (spans: readonly Span[]) => string;
  readonly date: (date: string) => string;
}

/** Hours as the reader says them. */
export function useHoursWords(): HoursWords {
  const t = useText();
  const { locale } = useLanguage();

  return useMemo(() => {
    const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const lists = new Intl.ListFormat(locale);
    const day = (weekday: Weekday) => nameWeekday(weekday, locale);
    const time = (text: string) => {
      if (text === '24:00') return t('hours.midnight');
      const instant = new Date(`2023-01-01T${text}:00Z`);
      return Number.isNaN(instant.getTime()) ? '–' : times.format(instant);
    };
    const span = ({ from, to }: Span) =>
      from === '00:00' && to === '24:00'
        ? t('hours.allDay')
        : t('hours.span', { from: time(from), to: time(to) });
    return {
      week: weekdaysOf(locale),
      day,
      days: ({ first, last }) => (first === last ? day(first) : `${day(first)} – ${day(last)}`),
      time,
      span,
      spans: (spans) => (spans.length === 0 ? t('hours.closed') : lists.format(spans.map(span))),
      date: (text) => {
        const instant = new Date(`${text}T00:00:00Z`);
        return Number.isNaN(instant.getTime()) ? text : dates.format(instant);
      },
    };
  }, [t, locale]);
}
