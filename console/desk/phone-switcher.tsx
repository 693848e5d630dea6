import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import type { Panes } from './panes.ts';
import styles from './phone-switcher.module.css';
import { useChat, useUnread } from './use-chat.ts';

interface PhoneSwitcherProps {
  readonly panes: Panes;
  readonly onShow: (chatId: string) => void;
}

/** The open chats as a row of names above the one that is shown. */
export function PhoneSwitcher({ panes, onShow }: PhoneSwitcherProps) {
  const t = useText();
  if (panes.open.length < 2) return null;
  return (
    <nav className={styles.row} aria-label={t('desk.switch')}>
      {panes.open.map((chatId) => (
        <SwitcherButton
          key={chatId}
          chatId={chatId}
          isActive={chatId === panes.active}
          onShow={onShow}
        />
      ))}
    </nav>
  );
}

interface SwitcherButtonProps {
  readonly chatId: string;
  readonly isActive: boolean;
  readonly onShow: (chatId: string) => void;
}

function SwitcherButton({ chatId, isActive, onShow }: SwitcherButtonProps) {
  const t = useText();
  const chat = useChat(chatId);
  const unread = useUnread(chatId);
  if (chat === null) return null;
  return (
    <UnstyledButton
      className={styles.button}
      aria-current={isActive ? 'true' : undefined}
      onClick={() => onShow(chatId)}
    >
      {chat.patronName}
      {unread > 0 && (
        <span className={styles.unread}>
          <span aria-hidden>{unread}</span>
          <VisuallyHidden>{t('desk.unread', { count: unread })}</VisuallyHidden>
        </span>
      )}
    </UnstyledButton>
  );
}
