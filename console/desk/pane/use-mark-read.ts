import { useEffect } from 'react';
import type { ChatEvent } from '#protocol/events.ts';
import { useConnection } from '../../platform/connection/index.ts';

/** Tells how far the operator has read, while the end of the chat is before their eyes in a window they use. */
export function useMarkRead(
  chatId: string,
  events: readonly ChatEvent[],
  isBeforeEyes: boolean,
): void {
  const { markRead } = useConnection();
  const last = events.findLast(({ kind, by }) => kind === 'message' && by.kind === 'patron')?.seq;

  useEffect(() => {
    if (last === undefined || !isBeforeEyes) return;
    const mark = () => {
      if (document.hasFocus()) markRead(chatId, last);
    };
    mark();
    window.addEventListener('focus', mark);
    return () => window.removeEventListener('focus', mark);
  }, [markRead, chatId, last, isBeforeEyes]);
}
