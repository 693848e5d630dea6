import { VisuallyHidden } from '@mantine/core';
import { useWaitingCount } from '../platform/attention/index.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './waiting-badge.module.css';

/** How many wait for this operator: a number on the desk's icon, and words for those who listen. */
export function WaitingBadge() {
  const t = useText();
  const count = useWaitingCount();
  if (count === 0) return null;

  return (
    <span className={styles.badge}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{t('shell.nav.waiting', { count })}</VisuallyHidden>
    </span>
  );
}
