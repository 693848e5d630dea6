import type { ConnectionState } from '../connection/index.ts';
import { countUnread, useConnectionState } from '../connection/index.ts';
import { offeredChats } from './signals.ts';

/** How many chats ring for this operator. */
export function useWaitingCount(): number {
  return useConnectionState(countOffered);
}

/** Chats that ring, and one's own with something unread: the number in the title. */
export function countNeedy(state: ConnectionState): number {
  const unread = Object.values(state.desk?.chats ?? {}).filter(
    ({ id, place }) =>
      place === 'mine' && countUnread(state.streams[id]?.events ?? [], state.ownSeen[id] ?? 0) > 0,
  );
  return countOffered(state) + unread.length;
}

function countOffered(state: ConnectionState): number {
  return offeredChats(state).length;
}
