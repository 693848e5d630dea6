import type { PolicyPage } from '#protocol/policies.ts';
import { useDates, useText } from '../../platform/i18n/index.ts';
import { useDays } from '../use-days.ts';
import styles from './read.module.css';

/** How far the page can be trusted: when it was saved, by whom, and until when somebody looks it through. */
export function PolicyStatus({ page }: { readonly page: PolicyPage }) {
  const t = useText();
  const { moment } = useDates();
  const writeDay = useDays();
  const { changedAt, changedBy, owner, reviewBy, isOverdue, mayEdit } = page;
  if (changedAt === null) return null;
  const saved =
    changedBy === null
      ? t('policies.saved', { moment: moment(changedAt) })
      : t('policies.savedBy', { moment: moment(changedAt), name: changedBy });
  const review =
    reviewBy === null || isOverdue
      ? ''
      : `, ${t('policies.reviewBy', { day: writeDay(reviewBy) })}`;

  return (
    <>
      <p className={styles.status}>
        {saved}
        {review}.{' '}
        {owner === null ? t('policies.noOwner') : t('policies.owner', { name: owner.displayName })}.
      </p>
      {isOverdue && reviewBy !== null && (
        <p className={styles.overdue}>
          <strong>{t('policies.overdue', { day: writeDay(reviewBy) })}</strong>{' '}
          {t(mayEdit ? 'policies.overdue.owner' : 'policies.overdue.text')}
        </p>
      )}
    </>
  );
}
