import type { Answering } from '#protocol/told-chats.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';

/** Who answered, first to last: `Mei Chen (Eastvale University) and Sadie Parrish (Northfield College)`. */
export function usePeopleWords(): (answerings: readonly Answering[]) => string {
  const t = useText();
  const { locale } = useLanguage();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  return (answerings) => {
    const people = answerings.map(({ displayName, institutionName }) =>
      t('told.person', { name: displayName, library: institutionName }),
    );
    // Who came back is named once.
    return list.format(new Set(people));
  };
}
