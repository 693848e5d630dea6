import type { ChatEvent } from '#protocol/events.ts';

/** How many messages of the patron came after what the operator has read or answered. */
export function countUnread(events: readonly ChatEvent[], ownSeen: number): number {
  let unread = 0;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event === undefined || event.seq <= ownSeen) break;
    if (event.kind !== 'message') continue;
    if (event.by.kind === 'operator') break;
    unread += 1;
  }
  return unread;
}
