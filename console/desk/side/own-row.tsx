import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleFilled } from '@tabler/icons-react';
import type { DeskChat } from '#protocol/desk.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useTyping, useUnread } from '../use-chat.ts';
import styles from './own-row.module.css';

interface OwnRowProps {
  readonly chat: DeskChat;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly onShow: (chatId: string) => void;
}

export function OwnRow({ chat, isOpen, isActive, onShow }: OwnRowProps) {
  const t = useText();
  const unread = useUnread(chat.id);
  const typing = useTyping(chat.id);
  const note = noteKey(chat.patronHere, typing !== null, isOpen);

  return (
    <li>
      <UnstyledButton
        className={styles.row}
        aria-current={isActive ? 'true' : undefined}
        onClick={() => onShow(chat.id)}
      >
        {chat.patronHere ? (
          <IconCircleFilled aria-hidden size={9} className={styles.here} />
        ) : (
          <IconCircle aria-hidden size={10} stroke={2} className={styles.gone} />
        )}
        <span className={styles.words}>
          <span className={styles.name}>{chat.patronName}</span>
          <span className={styles.line}>
            <span className={styles.library}>{chat.institutionName}</span>
            {note !== null && <span className={styles.note}>{t(note)}</span>}
          </span>
        </span>
        {unread > 0 && (
          <span className={styles.unread}>
            <span aria-hidden>{unread}</span>
            <VisuallyHidden>{t('desk.unread', { count: unread })}</VisuallyHidden>
          </span>
        )}
      </UnstyledButton>
    </li>
  );
}

function noteKey(isHere: boolean, isTyping: boolean, isOpen: boolean) {
  if (!isHere) return 'desk.patron.gone';
  if (isTyping) return 'desk.patron.typing';
  return isOpen ? null : 'desk.pane.aside';
}
