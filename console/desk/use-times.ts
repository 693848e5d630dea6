import { useMemo } from 'react';
import { useLanguage } from '../platform/i18n/index.ts';

export interface Times {
  /** `22:41`, as the reader's region writes it. */
  readonly timeOf: (instant: string) => string;
  /** `Tuesday, 3 March`. */
  readonly dateOf: (instant: string) => string;
}

export function useTimes(): Times {
  const { locale } = useLanguage();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    const date = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return {
      timeOf: (instant) => time.format(new Date(instant)),
      dateOf: (instant) => date.format(new Date(instant)),
    };
  }, [locale]);
}

/** The reader's calendar day of an instant, to tell one from the next. */
export function dayOf(instant: string): string {
  return new Date(instant).toDateString();
}
