import { useCallback, useEffect, useRef } from 'react';
import { TYPING_SECONDS } from '#protocol/limits.ts';
import { useConnection } from '../../platform/connection/index.ts';

/** Milliseconds between two signs while typing goes on: two before the first one fades. */
const REPEAT = (TYPING_SECONDS * 1_000) / 2;

export interface TypingSignal {
  /** Characters came: the patron sees that somebody types, refreshed now and then. */
  readonly typed: () => void;
  /** Sent, emptied or turned into a note. */
  readonly stopped: () => void;
}

export function useTypingSignal(chatId: string): TypingSignal {
  const { sendTyping } = useConnection();
  const lastSign = useRef<number | null>(null);

  const typed = useCallback(() => {
    const now = Date.now();
    if (lastSign.current !== null && now - lastSign.current < REPEAT) return;
    lastSign.current = now;
    sendTyping(chatId, true);
  }, [sendTyping, chatId]);

  const stopped = useCallback(() => {
    if (lastSign.current === null) return;
    lastSign.current = null;
    sendTyping(chatId, false);
  }, [sendTyping, chatId]);

  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
