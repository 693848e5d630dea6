import { Button } from '@mantine/core';
import type { DeskChat } from '#protocol/desk.ts';
import { TRANSFER_SECONDS } from '#protocol/limits.ts';
import { useText } from '../../platform/i18n/index.ts';
import { LibraryBadge } from '../library-badge.tsx';
import cardStyles from '../side/waiting-card.module.css';
import { useServerNow } from '../use-now.ts';
import { PassedActs } from './passed-acts.tsx';
import styles from './transfer.module.css';

interface PassedCardProps {
  readonly chat: DeskChat;
  readonly isOnline: boolean;
  /** Opens it for reading, or for writing once it is one's own. */
  readonly onShow: (chatId: string) => void;
}

/** A chat that a colleague asks one to take over. */
export function PassedCard({ chat, isOnline, onShow }: PassedCardProps) {
  const t = useText();
  const now = useServerNow();
  if (chat.transfer === null) return null;
  const { fromName, note, at } = chat.transfer;
  // This machine's idea of the server's clock may be some seconds off.
  const passed = Math.max(0, Math.floor((now - Date.parse(at)) / 1_000));
  const left = Math.max(0, TRANSFER_SECONDS - passed);

  return (
    <li className={cardStyles.card}>
      <div className={cardStyles.head}>
        <LibraryBadge name={chat.institutionName} />
        <span className={cardStyles.via} style={{ flex: 'none' }}>
          {t('transfer.secondsLeft', { seconds: left })}
        </span>
      </div>
      <p className={cardStyles.question}>{chat.question}</p>
      <p className={styles.words}>{t('transfer.from', { name: fromName })}</p>
      {note !== null && <p className={styles.note}>{note}</p>}
      <div className={styles.acts}>
        <PassedActs chat={chat} isOnline={isOnline} onAccepted={onShow} />
        <Button
          variant="transparent"
          size="xs"
          px={4}
          onClick={() => onShow(chat.id)}
          aria-label={t('transfer.read.of', { name: chat.patronName })}
        >
          {t('transfer.read')}
        </Button>
      </div>
    </li>
  );
}
