import { VisuallyHidden } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { clockOf, latenessOf } from './lateness.ts';
import { useServerNow } from './use-now.ts';
import styles from './wait-chip.module.css';

/** The time that a patron has waited so far, ticking, in colour and in words. */
export function WaitChip({ since }: { readonly since: string }) {
  const t = useText();
  const seconds = (useServerNow() - Date.parse(since)) / 1_000;
  const lateness = latenessOf(seconds);

  return (
    <span className={`${styles.chip} ${styles[lateness]}`}>
      <VisuallyHidden>{t('desk.waited')} </VisuallyHidden>
      <span className={styles.clock}>{clockOf(seconds)}</span> {t(`desk.lateness.${lateness}`)}
    </span>
  );
}
