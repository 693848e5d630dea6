import { useCallback } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import type { ConnectionState, Typing } from '../platform/connection/index.ts';
import { countUnread, EMPTY_STREAM, useConnectionState } from '../platform/connection/index.ts';
import { useOwnNow } from './use-now.ts';

/** The chat as far as this tab knows it: the desk's word or that of its stream, whichever is newer. */
export function useChat(chatId: string): StaffChat | null {
  const onDesk = useConnectionState(
    useCallback((state: ConnectionState) => state.desk?.chats[chatId] ?? null, [chatId]),
  );
  const streamed = useConnectionState(
    useCallback((state: ConnectionState) => state.streams[chatId]?.chat ?? null, [chatId]),
  );
  const wasTaken = useConnectionState(
    useCallback(
      ({ desk, streams, accountId }: ConnectionState) =>
        desk !== null && isTaken(streams[chatId]?.chat, desk.chats[chatId], accountId),
      [chatId],
    ),
  );
  if (wasTaken && streamed !== null) return givenBack(streamed);
  if (onDesk === null || streamed === null) return onDesk ?? streamed;
  // Whether the patron is here comes with the desk alone.
  return streamed.lastSeq > onDesk.lastSeq
    ? { ...streamed, patronHere: onDesk.patronHere }
    : onDesk;
}

/** One's own chat left the desk without a word: the right to hear of it went first. */
function isTaken(
  streamed: StaffChat | null | undefined,
  onDesk: StaffChat | undefined,
  accountId: string,
): boolean {
  return onDesk === undefined && streamed?.state === 'active' && streamed.ownerId === accountId;
}

/** What became of it, as far as may be known here: it is offered to others. */
function givenBack(chat: StaffChat): StaffChat {
  return { ...chat, state: 'waiting', ownerId: null, ownerName: null, transfer: null };
}

export function useEvents(chatId: string): readonly ChatEvent[] {
  return useConnectionState(
    useCallback(
      (state: ConnectionState) => (state.streams[chatId] ?? EMPTY_STREAM).events,
      [chatId],
    ),
  );
}

/** Messages of the patron that the operator has not read. */
export function useUnread(chatId: string): number {
  return useConnectionState(
    useCallback(
      (state: ConnectionState) =>
        countUnread(state.streams[chatId]?.events ?? [], state.ownSeen[chatId] ?? 0),
      [chatId],
    ),
  );
}

/** Who types in the chat now; null when nobody does, or the last sign of it has faded. */
export function useTyping(chatId: string): Typing | null {
  const typing = useConnectionState(
    useCallback((state: ConnectionState) => state.typing[chatId] ?? null, [chatId]),
  );
  const now = useOwnNow();
  return typing !== null && typing.until > now ? typing : null;
}
