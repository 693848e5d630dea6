import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleFilled } from '@tabler/icons-react';
import type { DeskChat } from '#protocol/desk.ts';
import { type Translate, useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { type LastWords, lastWords } from '../last-words.ts';
import { useEvents, useTyping, useUnread } from '../use-chat.ts';
import styles from './own-row.module.css';

interface OwnRowProps {
  readonly chat: DeskChat;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly onShow: (chatId: string) => void;
}

/** A chat in hand: who it is, whose patron, and what was said last, so that six of them are told apart. */
export function OwnRow({ chat, isOpen, isActive, onShow }: OwnRowProps) {
  const t = useText();
  const unread = useUnread(chat.id);
  const typing = useTyping(chat.id);
  const { id: accountId } = useSession();
  const said = lastWords(useEvents(chat.id), accountId) ?? { text: chat.question, operator: null };
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
          <span className={styles.line}>
            <span className={styles.name}>{chat.patronName}</span>
            <span className={styles.library}>{chat.institutionName}</span>
          </span>
          <span className={styles.line}>
            <span className={styles.said}>{wordsOf(t, said)}</span>
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

function wordsOf(t: Translate, { text, operator }: LastWords): string {
  if (operator === null) return text;
  const name = operator.isOneself ? t('desk.mine.you') : operator.name;
  return t('desk.mine.said', { name, text });
}

function noteKey(isHere: boolean, isTyping: boolean, isOpen: boolean) {
  if (!isHere) return 'desk.patron.gone';
  if (isTyping) return 'desk.patron.typing';
  return isOpen ? null : 'desk.pane.aside';
}
