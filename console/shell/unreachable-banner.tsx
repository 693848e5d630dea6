import { IconPlugConnectedX } from '@tabler/icons-react';
import { useReachable } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './unreachable-banner.module.css';

/** Stands above the page as long as the server does not answer. The region is always there, so that its text is read out. */
export function UnreachableBanner() {
  const t = useText();
  const isReachable = useReachable();

  return (
    <div className={styles.region} role="status">
      {!isReachable && (
        <p className={styles.banner}>
          <IconPlugConnectedX aria-hidden size={18} stroke={1.6} />
          {t('shell.unreachable')}
        </p>
      )}
    </div>
  );
}
