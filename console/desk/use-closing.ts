import { useCallback, useEffect, useRef, useState } from 'react';
import type { Resolution } from '#protocol/events.ts';
import type { ConnectionState } from '../platform/connection/index.ts';
import { useConnection } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { forgetFollowUp, isFollowUp, readFollowUp } from './follow-up.ts';
import type { DeskCommands } from './use-commands.ts';

/** Milliseconds in which a closing can be taken back. */
const CLOSING_GRACE = 5_000;

export interface ClosingChat {
  readonly chatId: string;
  readonly resolution: Resolution;
}

export interface Closing {
  /** Chats that are about to be closed. */
  readonly chats: readonly ClosingChat[];
  /** As answered, unless something else is chosen in time. */
  readonly begin: (chatId: string) => void;
  /** A follow-up waits for its words; anything else for its time. */
  readonly choose: (chatId: string, resolution: Resolution) => void;
  /** Without waiting any longer. */
  readonly finish: (chatId: string) => void;
  readonly undo: (chatId: string) => void;
}

/**
 * Closing waits five seconds before it is sent, so that it needs no question and can be undone. It is
 * called off when the patron writes meanwhile: they were not done. `onClosed`: the server has it.
 */
export function useClosing(commands: DeskCommands, onClosed: (chatId: string) => void): Closing {
  const t = useText();
  const { listen, getState } = useConnection();
  /** Each with the timer that ends it; null while a follow-up is written. */
  const running = useRef(new Map<string, ReturnType<typeof setTimeout> | null>());
  const latest = useRef(new Map<string, Resolution>());
  const [chats, setChats] = useState<readonly ClosingChat[]>([]);

  const forget = useCallback((chatId: string) => {
    clearTimeout(running.current.get(chatId) ?? undefined);
    running.current.delete(chatId);
    setChats((all) => all.filter((chat) => chat.chatId !== chatId));
  }, []);

  const send = useCallback(
    async (chatId: string) => {
      // Enter pressed twice is one closing.
      if (!running.current.has(chatId)) return;
      clearTimeout(running.current.get(chatId) ?? undefined);
      const resolution = latest.current.get(chatId) ?? 'answered';
      const said = { resolution, ...(isFollowUp(resolution) ? readFollowUp(chatId) : {}) };
      running.current.delete(chatId);
      const closed = await commands.close(chatId, crypto.randomUUID(), said);
      forget(chatId);
      if (!closed) return;
      forgetFollowUp(chatId);
      onClosed(chatId);
    },
    [commands, forget, onClosed],
  );

  const choose = useCallback(
    (chatId: string, resolution: Resolution) => {
      clearTimeout(running.current.get(chatId) ?? undefined);
      latest.current.set(chatId, resolution);
      running.current.set(
        chatId,
        isFollowUp(resolution) ? null : setTimeout(() => void send(chatId), CLOSING_GRACE),
      );
      setChats((all) => [...all.filter((chat) => chat.chatId !== chatId), { chatId, resolution }]);
    },
    [send],
  );

  const begin = useCallback(
    (chatId: string) => {
      if (!running.current.has(chatId)) choose(chatId, 'answered');
    },
    [choose],
  );

  const finish = useCallback((chatId: string) => void send(chatId), [send]);

  useEffect(
    () =>
      listen((frame) => {
        if (frame.t !== 'events' || !running.current.has(frame.chatId)) return;
        const patronWrote = frame.events.some(
          ({ kind, by }) => kind === 'message' && by.kind === 'patron',
        );
        if (!patronWrote) return;
        forget(frame.chatId);
        notify(t('desk.closing.calledOff', { name: patronNameOf(getState(), frame.chatId) }));
      }),
    [listen, getState, forget, t],
  );

  // Who leaves the desk within the grace has decided: the closing goes out at once.
  useEffect(() => {
    const begun = running.current;
    const said = latest.current;
    return () => {
      for (const [chatId, timer] of begun) {
        clearTimeout(timer ?? undefined);
        const resolution = said.get(chatId) ?? 'answered';
        const words = isFollowUp(resolution) ? readFollowUp(chatId) : {};
        void commands.close(chatId, crypto.randomUUID(), { resolution, ...words });
      }
      begun.clear();
    };
  }, [commands]);

  return { chats, begin, choose, finish, undo: forget };
}

function patronNameOf(state: ConnectionState, chatId: string): string {
  return state.desk?.chats[chatId]?.patronName ?? '';
}
