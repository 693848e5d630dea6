import { Button } from '@mantine/core';
import type { StaffChat } from '#protocol/chats.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './bar.module.css';

interface EndedBarProps {
  readonly chat: StaffChat;
  readonly onPutAway: () => void;
}

/** In place of the composer when the chat is not, or no longer, one's own. */
export function EndedBar({ chat, onPutAway }: EndedBarProps) {
  const t = useText();
  return (
    <div className={styles.bar}>
      <p className={styles.words}>
        {t(`desk.ended.${chat.state}`, { name: chat.ownerName ?? '' })}
      </p>
      <Button variant="default" onClick={onPutAway}>
        {t('desk.putAway')}
      </Button>
    </div>
  );
}
