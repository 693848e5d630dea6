import type { AccountRow } from '#protocol/account-administration.ts';
import { useDates, useText } from '../../platform/i18n/index.ts';
import styles from './account-marks.module.css';

/** What stands out about an account, in words; else when its owner was here last. */
export function AccountMarks({ account }: { account: AccountRow }) {
  const t = useText();
  const dates = useDates();
  const { lastSignInAt, deletedAt, invited, chatAccess, hasSecondFactor } = account;
  const now = Date.now();

  if (deletedAt !== null) {
    return (
      <span className={styles.late}>
        {t('accounts.mark.deleted', { when: dates.ago(deletedAt, now) })}
      </span>
    );
  }
  return (
    <>
      {lastSignInAt === null ? (
        <span className={styles.quiet}>
          {t(invited ? 'accounts.state.invited' : 'accounts.state.never_signed_in')}
        </span>
      ) : (
        <time className={styles.quiet} dateTime={lastSignInAt} title={dates.moment(lastSignInAt)}>
          {dates.ago(lastSignInAt, now)}
        </time>
      )}
      {!chatAccess && <span className={styles.wait}>{t('accounts.mark.noChat')}</span>}
      {hasSecondFactor && <span className={styles.good}>{t('accounts.mark.secondFactor')}</span>}
    </>
  );
}
