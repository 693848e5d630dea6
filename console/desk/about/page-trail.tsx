import { useText } from '../../platform/i18n/index.ts';
import { titleOf } from '../pane/page-title.ts';
import { useTimes } from '../use-times.ts';
import styles from './about-chat.module.css';
import type { Visit } from './trail.ts';

export function PageTrail({ visits }: { readonly visits: readonly Visit[] }) {
  const t = useText();
  const { timeOf } = useTimes();
  if (visits.length === 0) return <p className={styles.none}>{t('desk.about.noPages')}</p>;

  return (
    <ol className={styles.trail} reversed>
      {visits.map(({ page, at }) => (
        <li key={`${at}${page.url}`}>
          <a href={page.url} target="_blank" rel="noopener noreferrer">
            {titleOf(page)}
          </a>
          <span className={styles.time}>{timeOf(at)}</span>
        </li>
      ))}
    </ol>
  );
}
