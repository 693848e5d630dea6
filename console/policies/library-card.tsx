import { Link } from '@tanstack/react-router';
import type { PolicySummary } from '#protocol/policies.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './policies.module.css';
import { useDays } from './use-days.ts';

/** One library in the list: how fresh its page is, and what waits there. */
export function LibraryCard({ library }: { readonly library: PolicySummary }) {
  const t = useText();
  const { moment } = useDates();
  const writeDay = useDays();
  const own = useSession().institutionId;
  const { institutionId, institutionName, changedAt, reviewBy, isOverdue } = library;

  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <Link to="/policies/$institutionId" params={{ institutionId }}>
            {institutionName}
          </Link>
        </h2>
        {institutionId === own && <span className={styles.own}>{t('policies.own')}</span>}
      </div>
      <p className={styles.facts}>
        {changedAt === null
          ? t('policies.unwritten')
          : t('policies.saved', { moment: moment(changedAt) })}
        {reviewBy !== null &&
          !isOverdue &&
          `, ${t('policies.reviewBy', { day: writeDay(reviewBy) })}`}
      </p>
      <p className={styles.marks}>
        {library.alerts > 0 && (
          <span className={styles.wait}>{t('policies.alerts', { count: library.alerts })}</span>
        )}
        {isOverdue && reviewBy !== null && (
          <span className={styles.wait}>{t('policies.overdue', { day: writeDay(reviewBy) })}</span>
        )}
        {library.openProblems > 0 && (
          <Link
            className={styles.late}
            to="/policies/$institutionId"
            params={{ institutionId }}
            search={{ tab: 'problems' }}
          >
            {t('policies.problems', { count: library.openProblems })}
          </Link>
        )}
      </p>
    </li>
  );
}
