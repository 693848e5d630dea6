import type { Colleague } from '#protocol/presence.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './colleague-list.module.css';
import listStyles from './list.module.css';
import { Section } from './section.tsx';
import { StateMark } from './state-mark.tsx';

/** Who else is there on shared queues, in which state, with how many chats. */
export function ColleagueList({ colleagues }: { readonly colleagues: readonly Colleague[] }) {
  const t = useText();

  return (
    <Section title={t('desk.colleagues')} aside={colleagues.length}>
      {colleagues.length === 0 ? (
        <p className={listStyles.empty}>{t('desk.colleagues.none')}</p>
      ) : (
        <ul className={listStyles.rows}>
          {colleagues.map((colleague) => (
            <li key={colleague.accountId} className={styles.row}>
              <StateMark state={colleague.state} />
              <span className={styles.words}>
                <span className={styles.name}>{colleague.displayName}</span>
                <span className={styles.library}>{colleague.institutionName}</span>
              </span>
              <span className={styles.load}>
                <span>{t(`desk.state.${colleague.state}`)}</span>
                <span>{t('desk.chats', { count: colleague.openChats })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
