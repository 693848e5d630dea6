import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeskChat } from '#protocol/desk.ts';
import { useText } from '../../platform/i18n/index.ts';
import { latenessOf } from '../lateness.ts';
import { LibraryBadge } from '../library-badge.tsx';
import { useServerNow } from '../use-now.ts';
import { WaitChip } from '../wait-chip.tsx';
import styles from './waiting-card.module.css';

interface WaitingCardProps {
  readonly chat: DeskChat;
  readonly isOnline: boolean;
  readonly onClaim: (chatId: string) => Promise<boolean>;
}

/** A chat that nobody has. */
export function WaitingCard({ chat, isOnline, onClaim }: WaitingCardProps) {
  const t = useText();
  const [isClaiming, setClaiming] = useState(false);
  const isLate = latenessOf((useServerNow() - Date.parse(chat.waitingSince)) / 1_000) === 'late';

  const claim = async () => {
    setClaiming(true);
    await onClaim(chat.id);
    setClaiming(false);
  };

  return (
    <li className={isLate ? `${styles.card} ${styles.late}` : styles.card}>
      <div className={styles.head}>
        <LibraryBadge name={chat.isPractice ? t('practice.mark') : chat.institutionName} />
        <WaitChip since={chat.waitingSince} />
      </div>
      <p className={styles.question}>{chat.question}</p>
      <div className={styles.line}>
        <span className={styles.via}>
          {chat.coopName === null ? chat.queueName : t('desk.via', { coop: chat.coopName })}
          {chat.formOffered && <span className={styles.offered}>{t('desk.formOffered')}</span>}
        </span>
        <Button
          size="xs"
          fz={14}
          loading={isClaiming}
          disabled={!isOnline}
          onClick={() => void claim()}
          aria-label={t('desk.claim.of', { name: chat.patronName, library: chat.institutionName })}
        >
          {t('desk.claim')}
        </Button>
      </div>
    </li>
  );
}
