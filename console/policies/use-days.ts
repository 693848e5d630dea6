import { useMemo } from 'react';
import { useLanguage } from '../platform/i18n/index.ts';

/** Writes a day such as `2026-11-22` as the reader does. */
export function useDays(): (day: string) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    // A day is no moment: it is the same wherever it is read.
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return (day) => days.format(new Date(`${day}T00:00:00Z`));
  }, [locale]);
}
