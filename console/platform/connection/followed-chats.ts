import { EMPTY_STREAM, hasGap, lastApplied } from './chat-stream.ts';
import type { ConnectionState } from './connection-state.ts';

/** Chats whose stream this tab wants: one's own, and those opened for reading. */
export function wantedChats(state: ConnectionState, reading: readonly string[]): string[] {
  const own = Object.values(state.desk?.chats ?? {}).filter(({ place }) => place === 'mine');
  return [...new Set([...own.map(({ id }) => id), ...reading])];
}

/** Followed chats of which something is known to exist that has not come. */
export function chatsWithGap(state: ConnectionState, followed: Iterable<string>): string[] {
  return [...followed].filter((id) =>
    hasGap(state.streams[id] ?? EMPTY_STREAM, state.desk?.chats[id]?.lastSeq ?? 0),
  );
}

/** The number to ask after. */
export function resumePoint(state: ConnectionState, chatId: string): number {
  return lastApplied(state.streams[chatId] ?? EMPTY_STREAM);
}
