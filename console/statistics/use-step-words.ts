import { useMemo } from 'react';
import { useLanguage } from '../platform/i18n/index.ts';

/** `12 Nov` or `Nov 2026`, from `2026-11-12`. */
export function useStepWords(step: 'day' | 'month'): (date: string) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    // The date is a day of the library's calendar, and no instant: it is the same day everywhere.
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      ...(step === 'day'
        ? { day: 'numeric', month: 'short' }
        : { month: 'short', year: 'numeric' }),
    });
    return (date) => format.format(new Date(`${date}T00:00:00Z`));
  }, [locale, step]);
}
