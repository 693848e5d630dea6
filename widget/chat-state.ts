import type { PatronChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';

/**
 * Snapshot + event = the next snapshot. The protocol's `applyToPatronChat` written again, as its
 * limits are; the test holds the two against each other for every kind of event. An event that the
 * snapshot already contains changes nothing.
 */
export function applyToChat(chat: PatronChat, event: ChatEvent): PatronChat {
  if (event.seq <= chat.lastSeq) return chat;
  const moved = { ...chat, lastSeq: event.seq };
  switch (event.kind) {
    case 'claimed':
      return { ...moved, state: 'active', operator: event.by, formOffered: false };
    case 'returned':
      return { ...moved, state: 'waiting', operator: null };
    case 'form_offered':
      return { ...moved, formOffered: true };
    case 'closed':
      return { ...moved, state: 'closed' };
    default:
      return moved;
  }
}
