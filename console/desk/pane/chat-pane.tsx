import { useEffect, useRef, useState } from 'react';
import { useConnection } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useChat } from '../use-chat.ts';
import { ChatLog } from './chat-log.tsx';
import styles from './chat-pane.module.css';
import { Composer } from './composer.tsx';
import { EndedBar } from './ended-bar.tsx';
import { PaneHeader } from './pane-header.tsx';
import { PaneMenu } from './pane-menu.tsx';
import { UndoBar } from './undo-bar.tsx';

/** What the desk asks of one pane: `turn` counts the requests, so that the same one can come twice. */
export interface PaneRequest {
  readonly chatId: string;
  readonly wish: 'write' | 'note';
  readonly turn: number;
}

interface ChatPaneProps {
  readonly chatId: string;
  readonly accountId: string;
  readonly isActive: boolean;
  readonly isPhone: boolean;
  readonly isOnline: boolean;
  readonly isClosing: boolean;
  readonly isAboutShown: boolean;
  readonly request: PaneRequest | null;
  readonly onActivate: (chatId: string) => void;
  readonly onHide: (chatId: string) => void;
  readonly onBack: () => void;
  readonly onAbout: (chatId: string) => void;
  readonly onRelease: (chatId: string) => void;
  readonly onClose: (chatId: string) => void;
  readonly onUndoClose: (chatId: string) => void;
}

/** One chat: who, what was said, and where to answer. */
export function ChatPane(props: ChatPaneProps) {
  const { chatId, accountId, isActive, isPhone, isOnline, isClosing, isAboutShown, request } =
    props;
  const t = useText();
  const pane = useRef<HTMLElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const { post } = useConnection();
  const chat = useChat(chatId);
  const [isNote, setNote] = useState(false);

  useEffect(() => {
    if (request?.chatId !== chatId) return;
    if (request.wish === 'note') setNote((noted) => !noted);
    pane.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    (input.current ?? pane.current)?.focus({ preventScroll: true });
  }, [request, chatId]);

  if (chat === null) return null;
  const isMine = chat.state === 'active' && chat.ownerId === accountId;

  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={t('desk.pane', { name: chat.patronName, library: chat.institutionName })}
      data-active={isActive || undefined}
      tabIndex={-1}
      onFocus={() => props.onActivate(chatId)}
      onPointerDown={() => props.onActivate(chatId)}
    >
      <PaneHeader
        chat={chat}
        isPhone={isPhone}
        isAboutShown={isAboutShown}
        menu={
          isMine && (
            <PaneMenu
              patronName={chat.patronName}
              isOnline={isOnline}
              onRelease={() => props.onRelease(chatId)}
              onClose={() => props.onClose(chatId)}
            />
          )
        }
        onAbout={() => props.onAbout(chatId)}
        onHide={() => props.onHide(chatId)}
        onBack={props.onBack}
      />
      <ChatLog chat={chat} accountId={accountId} isActive={isActive} />
      {isClosing && (
        <UndoBar patronName={chat.patronName} onUndo={() => props.onUndoClose(chatId)} />
      )}
      {isMine && !isClosing && (
        <Composer
          chatId={chatId}
          patronName={chat.patronName}
          isNote={isNote}
          inputRef={input}
          onNote={setNote}
          onSend={(text, note) => post(chatId, text, note)}
          onLeave={() => pane.current?.focus()}
        />
      )}
      {!isMine && <EndedBar chat={chat} onPutAway={() => props.onHide(chatId)} />}
    </section>
  );
}
