import { useMemo } from 'react';
import { useLanguage } from './texts.tsx';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

export interface Dates {
  /** `12 Nov 2026, 14:03`, in the reader's own time zone. */
  readonly moment: (instant: string) => string;
  /** `now`, `3 hours ago`. */
  readonly ago: (instant: string, now: number) => string;
}

/** Times as the reader writes them. */
export function useDates(): Dates {
  const { locale } = useLanguage();

  return useMemo(() => {
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const spans = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return {
      moment: (instant) => moments.format(new Date(instant)),
      ago: (instant, now) => {
        const seconds = Math.min(0, (Date.parse(instant) - now) / 1_000);
        if (seconds > -MINUTE) return spans.format(0, 'second');
        if (seconds > -HOUR) return spans.format(Math.ceil(seconds / MINUTE), 'minute');
        if (seconds > -DAY) return spans.format(Math.ceil(seconds / HOUR), 'hour');
        return spans.format(Math.ceil(seconds / DAY), 'day');
      },
    };
  }, [locale]);
}
