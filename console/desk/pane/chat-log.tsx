import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import type { ConnectionState } from '../../platform/connection/index.ts';
import { useConnectionState } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useEvents, useTyping, useUnread } from '../use-chat.ts';
import { dayOf, useTimes } from '../use-times.ts';
import styles from './chat-log.module.css';
import { wordsOf } from './event-words.ts';
import type { LogRow } from './log-rows.ts';
import { logRows } from './log-rows.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { WordsRow } from './words-row.tsx';

interface ChatLogProps {
  readonly chat: StaffChat;
  readonly accountId: string;
  readonly isActive: boolean;
}

const selectEntries = (state: ConnectionState) => state.outbox.entries;

/** What was said and what happened, in order. Announcing is left to the desk: six logs that speak at once are none. */
export function ChatLog({ chat, accountId, isActive }: ChatLogProps) {
  const t = useText();
  const { timeOf, dateOf } = useTimes();
  const events = useEvents(chat.id);
  const outbox = useConnectionState(selectEntries);
  const patronSeen = useConnectionState(
    useCallback((state: ConnectionState) => state.patronSeen[chat.id] ?? 0, [chat.id]),
  );
  const unread = useUnread(chat.id);
  const typing = useTyping(chat.id);
  const rows = useMemo(() => {
    const entries = outbox.filter(({ chatId }) => chatId === chat.id);
    return logRows({ events, entries, accountId, patronSeen, dayOf });
  }, [events, outbox, accountId, patronSeen, chat.id]);

  const isTyping = typing !== null;
  const last = rows.at(-1);
  const isOwn = last?.kind === 'words' && last.delivery === 'sending';
  const stick = useStickToEnd(`${rows.length}${isTyping}`, isOwn);
  useMarkRead(chat.id, events, isActive && stick.isAtEnd);

  const words = (row: LogRow) => {
    switch (row.kind) {
      case 'day':
        return (
          <li key={row.key} className={styles.day}>
            {dateOf(row.at)}
          </li>
        );
      case 'event':
        return (
          <li key={row.key} className={styles.event}>
            {wordsOf(row.event, { t, accountId, patronName: chat.patronName, timeOf })}
          </li>
        );
      case 'words':
        return (
          <WordsRow key={row.key} row={row} patronName={chat.patronName} time={timeOf(row.at)} />
        );
    }
  };

  return (
    <div className={styles.frame}>
      <div
        className={styles.box}
        ref={stick.boxRef}
        onScroll={stick.onScroll}
        role="log"
        aria-live="off"
        aria-label={t('desk.log', { name: chat.patronName })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
      >
        <ul className={styles.rows}>{rows.map(words)}</ul>
        {typing !== null && (
          <p className={styles.typing}>
            {t('desk.isTyping', { name: typing.name ?? chat.patronName })}
          </p>
        )}
      </div>
      {!stick.isAtEnd && (
        <Button
          className={styles.toEnd}
          size="compact-sm"
          variant={unread > 0 ? 'filled' : 'default'}
          leftSection={<IconArrowDown aria-hidden size={15} />}
          onClick={stick.goToEnd}
        >
          {unread > 0 ? t('desk.newMessages', { count: unread }) : t('desk.toEnd')}
        </Button>
      )}
    </div>
  );
}
