import { useMemo } from 'react';
import { useLanguage } from '../platform/i18n/index.ts';

/** Names in a row, as the reader’s language has them. */
export function useNames(): (names: readonly string[]) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return (names) => list.format(names);
  }, [locale]);
}
