import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionState } from '../platform/connection/index.ts';
import { useConnectionState } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './connection-banner.module.css';

/** Milliseconds for which "connected again" stays. */
const RESTORED_SHOWN = 3_000;

const selectLink = (state: ConnectionState) => state.link;
const countUnsent = (state: ConnectionState) =>
  state.outbox.entries.filter(({ refused }) => refused === null).length;

/** Says at once that the connection is lost and what still works, and that it is back. The region is always there, so that its text is read out. */
export function ConnectionBanner() {
  const t = useText();
  const link = useConnectionState(selectLink);
  const unsent = useConnectionState(countUnsent);
  const isRestored = useIsRestored(link === 'lost');

  return (
    <div className={styles.region} role="status">
      {link === 'lost' && (
        <p className={`${styles.banner} ${styles.lost}`}>
          <IconPlugConnectedX aria-hidden size={18} stroke={1.6} />
          <span>
            <strong>{t('desk.lost')}</strong> {t('desk.lost.works')}
            {unsent > 0 && ` ${t('desk.lost.unsent', { count: unsent })}`}
          </span>
        </p>
      )}
      {isRestored && (
        <p className={styles.banner}>
          <IconPlugConnected aria-hidden size={18} stroke={1.6} />
          {t('desk.restored')}
        </p>
      )}
    </div>
  );
}

/** True for a moment after a loss has ended. */
function useIsRestored(isLost: boolean): boolean {
  const wasLost = useRef(false);
  const [isRestored, setRestored] = useState(false);

  useEffect(() => {
    const cameBack = wasLost.current && !isLost;
    wasLost.current = isLost;
    setRestored(cameBack);
    if (!cameBack) return;
    const timer = setTimeout(() => setRestored(false), RESTORED_SHOWN);
    return () => clearTimeout(timer);
  }, [isLost]);

  return isRestored;
}
