import { useCallback } from 'react';
import { useSession } from '../../session/index.ts';
import { insertText } from '../pane/insertions.ts';
import { useChat } from '../use-chat.ts';

/** Writes into the composer of one's own open chat; null for any other chat, which has none. */
export function useInsert(chatId: string | null): ((text: string) => void) | null {
  const { id } = useSession();
  const chat = useChat(chatId ?? '');
  const insert = useCallback(
    (text: string) => {
      if (chatId !== null) insertText(chatId, text);
    },
    [chatId],
  );
  return chat?.state === 'active' && chat.ownerId === id ? insert : null;
}
