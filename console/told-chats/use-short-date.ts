import { useMemo } from 'react';
import { useLanguage } from '../platform/i18n/index.ts';

/** `14:03` today, `12 Nov` this year, else `12 Nov 2025`: for lists, where the whole moment is in the title. */
export function useShortDate(): (instant: string, now: Date) => string {
  const { locale } = useLanguage();

  return useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    return (instant, now) => {
      const moment = new Date(instant);
      if (moment.toDateString() === now.toDateString()) return time.format(moment);
      return (moment.getFullYear() === now.getFullYear() ? day : date).format(moment);
    };
  }, [locale]);
}
