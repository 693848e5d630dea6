import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionState } from '../platform/connection/index.ts';
import { useConnection } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import type { DeskCommands } from './use-commands.ts';

/** Milliseconds in which a closing can be taken back. */
export const CLOSING_GRACE = 5_000;

export interface Closing {
  /** Chats that are about to be closed. */
  readonly chatIds: readonly string[];
  readonly begin: (chatId: string) => void;
  readonly undo: (chatId: string) => void;
}

/**
 * Closing waits five seconds before it is sent, so that it needs no question and can be undone. It is
 * called off when the patron writes meanwhile: they were not done. `onClosed`: the server has it.
 */
export function useClosing(commands: DeskCommands, onClosed: (chatId: string) => void): Closing {
  const t = useText();
  const { listen, getState } = useConnection();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const [chatIds, setChatIds] = useState<readonly string[]>([]);

  const undo = useCallback((chatId: string) => {
    clearTimeout(timers.current.get(chatId));
    timers.current.delete(chatId);
    setChatIds((ids) => ids.filter((id) => id !== chatId));
  }, []);

  const begin = useCallback(
    (chatId: string) => {
      if (timers.current.has(chatId)) return;
      const send = async () => {
        timers.current.delete(chatId);
        const closed = await commands.close(chatId, crypto.randomUUID());
        undo(chatId);
        if (closed) onClosed(chatId);
      };
      timers.current.set(
        chatId,
        setTimeout(() => void send(), CLOSING_GRACE),
      );
      setChatIds((ids) => [...ids, chatId]);
    },
    [commands, onClosed, undo],
  );

  useEffect(
    () =>
      listen((frame) => {
        if (frame.t !== 'events' || !timers.current.has(frame.chatId)) return;
        const patronWrote = frame.events.some(
          ({ kind, by }) => kind === 'message' && by.kind === 'patron',
        );
        if (!patronWrote) return;
        undo(frame.chatId);
        notify(t('desk.closing.calledOff', { name: patronNameOf(getState(), frame.chatId) }));
      }),
    [listen, getState, undo, t],
  );

  // Who leaves the desk within the grace has decided: the closing goes out at once.
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const [chatId, timer] of running) {
        clearTimeout(timer);
        void commands.close(chatId, crypto.randomUUID());
      }
      running.clear();
    };
  }, [commands]);

  return { chatIds, begin, undo };
}

function patronNameOf(state: ConnectionState, chatId: string): string {
  return state.desk?.chats[chatId]?.patronName ?? '';
}
