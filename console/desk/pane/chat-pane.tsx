import { useEffect, useRef, useState } from 'react';
import { useConnection } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { AskedBar, mayPassOn, PassedBar } from '../transfer/index.ts';
import { useChat } from '../use-chat.ts';
import type { Closing } from '../use-closing.ts';
import type { Said } from '../use-commands.ts';
import { ChatLog } from './chat-log.tsx';
import styles from './chat-pane.module.css';
import { ClosingBar } from './closing-bar.tsx';
import { Composer } from './composer.tsx';
import { EndedBar } from './ended-bar.tsx';
import { PaneHeader } from './pane-header.tsx';
import { PaneMenu } from './pane-menu.tsx';

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
  readonly closing: Closing;
  readonly isAboutShown: boolean;
  readonly request: PaneRequest | null;
  readonly onActivate: (chatId: string) => void;
  readonly onHide: (chatId: string) => void;
  readonly onBack: () => void;
  readonly onAbout: (chatId: string) => void;
  readonly onTransfer: (chatId: string) => void;
  readonly onAccepted: (chatId: string) => void;
  readonly onRelease: (chatId: string) => void;
  readonly onUndoClose: (chatId: string) => void;
  readonly onResolve: (chatId: string, said: Said) => Promise<boolean>;
}

/** One chat: who, what was said, and where to answer. */
export function ChatPane(props: ChatPaneProps) {
  const { chatId, accountId, isActive, isPhone, isOnline, closing, isAboutShown, request } = props;
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
  const ending = closing.chats.find((one) => one.chatId === chatId);
  const isMine = chat.state === 'active' && chat.ownerId === accountId;
  const isAsked = chat.state === 'active' && chat.transfer?.toId === accountId;

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
              onTransfer={mayPassOn(chat, accountId) ? () => props.onTransfer(chatId) : null}
              onRelease={() => props.onRelease(chatId)}
              onClose={() => closing.begin(chatId)}
            />
          )
        }
        onAbout={() => props.onAbout(chatId)}
        onHide={() => props.onHide(chatId)}
        onBack={props.onBack}
      />
      <ChatLog chat={chat} accountId={accountId} isActive={isActive} />
      {ending && (
        <ClosingBar
          chat={chat}
          resolution={ending.resolution}
          onChoose={(resolution) => closing.choose(chatId, resolution)}
          onFinish={() => closing.finish(chatId)}
          onUndo={() => props.onUndoClose(chatId)}
        />
      )}
      {isMine && chat.transfer !== null && (
        <AskedBar chatId={chatId} toName={chat.transfer.toName} isOnline={isOnline} />
      )}
      {isMine && !ending && (
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
      {isAsked && <PassedBar chat={chat} isOnline={isOnline} onAccepted={props.onAccepted} />}
      {!isMine && !isAsked && (
        <EndedBar
          chat={chat}
          onPutAway={() => props.onHide(chatId)}
          onResolve={(said) => props.onResolve(chatId, said)}
        />
      )}
    </section>
  );
}
