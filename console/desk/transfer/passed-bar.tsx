import type { StaffChat } from '#protocol/chats.ts';
import { useText } from '../../platform/i18n/index.ts';
import { PassedActs } from './passed-acts.tsx';
import styles from './transfer.module.css';

interface PassedBarProps {
  readonly chat: StaffChat;
  readonly isOnline: boolean;
  readonly onAccepted: (chatId: string) => void;
}

/** In place of the composer of a chat that one is asked to take, and reads first. */
export function PassedBar({ chat, isOnline, onAccepted }: PassedBarProps) {
  const t = useText();
  return (
    <div className={styles.bar}>
      <p className={styles.words}>{t('transfer.from', { name: chat.transfer?.fromName ?? '' })}</p>
      <PassedActs chat={chat} isOnline={isOnline} onAccepted={onAccepted} />
    </div>
  );
}
