import { Button } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import styles from './transfer.module.css';
import { useTransfers } from './use-transfers.ts';

interface AskedBarProps {
  readonly chatId: string;
  readonly toName: string;
  readonly isOnline: boolean;
}

/** Above the composer while a colleague is asked: the chat goes on meanwhile. */
export function AskedBar({ chatId, toName, isOnline }: AskedBarProps) {
  const t = useText();
  const { decline } = useTransfers();
  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status">
        {t('transfer.asked', { name: toName })}
      </p>
      <Button variant="default" size="xs" disabled={!isOnline} onClick={() => void decline(chatId)}>
        {t('transfer.takeBack')}
      </Button>
    </div>
  );
}
