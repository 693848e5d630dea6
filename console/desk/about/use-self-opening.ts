import { useEffect, useRef } from 'react';
import { useSession } from '../../session/index.ts';
import { aboutShown } from '../choices.ts';
import { useChat } from '../use-chat.ts';

/**
 * The first time that a patron of another library is before the operator, the column with that
 * library's policy page opens by itself; whoever closes it then has it closed.
 */
export function useSelfOpening(chatId: string | null): void {
  const { id, institutionId } = useSession();
  const chat = useChat(chatId ?? '');
  const seen = useRef(new Set<string>());
  const isMineFromElsewhere = chat?.ownerId === id && chat.institutionId !== institutionId;

  useEffect(() => {
    if (chatId === null || !isMineFromElsewhere || seen.current.has(chatId)) return;
    seen.current.add(chatId);
    aboutShown.set(true);
  }, [chatId, isMineFromElsewhere]);
}
