import { useCallback } from 'react';
import type { LevelAct, LevelTable } from '#protocol/levels.ts';
import { useLanguage, useText } from '../../platform/i18n/index.ts';

type LevelRow = LevelTable[number];

/** Reach over accounts; else it is over chats. */
const OF_PEOPLE: ReadonlySet<LevelAct> = new Set(['see_accounts', 'give_level', 'manage_accounts']);

/** How far a level reaches in one thing, in words. */
export function useReachWords(): (row: LevelRow, act: LevelAct) => string {
  const t = useText();
  const { locale } = useLanguage();

  return useCallback(
    ({ reach, mayGive }, act) => {
      const far = reach[act];
      if (far === 'none') return t('coops.reach.none');
      if (act === 'answer_chats') return t('coops.reach.answer_chats');
      if (!OF_PEOPLE.has(act) || far === 'own') return t(`coops.reach.${far}`);
      const whose = t(`coops.reach.people.${far}`);
      if (act === 'see_accounts') return whose;
      const levels = mayGive.map((level) => t(`coops.level.${level}`));
      const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(levels);
      return t('coops.reach.levels', { whose, levels: list });
    },
    [t, locale],
  );
}
