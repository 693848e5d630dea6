import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PolicyAlert } from '#protocol/policies.ts';
import { WrittenText } from '../../desk/pane/written-text.tsx';
import { useDates, useText } from '../../platform/i18n/index.ts';
import styles from './read.module.css';

interface PolicyAlertsProps {
  readonly alerts: readonly PolicyAlert[];
  /** Absent for who may only read. */
  readonly onEnd?: ((alert: PolicyAlert) => void) | undefined;
}

/** What holds today and is on no other page yet. */
export function PolicyAlerts({ alerts, onEnd }: PolicyAlertsProps) {
  const t = useText();
  const { moment } = useDates();

  return (
    <div role="status">
      {alerts.map((alert) => (
        <div key={alert.id} className={styles.alert}>
          <IconAlertTriangle className={styles.alertSign} aria-hidden size={18} stroke={1.8} />
          <div className={styles.alertWords}>
            <p className={styles.words}>
              <strong>{t('policies.alert')}:</strong> <WrittenText text={alert.text} />
            </p>
            <p className={styles.until}>
              {t('policies.alert.until', { moment: moment(alert.endsAt) })}
            </p>
            {onEnd && (
              <Button size="compact-sm" variant="default" onClick={() => onEnd(alert)}>
                {t('policies.alert.end')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
