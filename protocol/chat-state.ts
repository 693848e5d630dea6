import type { PatronChat, StaffChat } from './chats.ts';
import type { ChatEvent } from './events.ts';

/**
 * Snapshot + events = a fresh snapshot. Each end applies events with these two functions alone;
 * the server's tests hold them against its database after every command.
 */
export function applyToPatronChat(chat: PatronChat, event: ChatEvent): PatronChat {
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

/** As for a patron; `patronHere` is transient and comes with the desk, not with events. */
export function applyToStaffChat(chat: StaffChat, event: ChatEvent): StaffChat {
  const moved = { ...chat, lastSeq: event.seq };
  switch (event.kind) {
    case 'page':
      return { ...moved, page: event.page };
    case 'routed':
      return moved;
    case 'claimed':
      return {
        ...moved,
        state: 'active',
        ownerId: event.by.accountId ?? null,
        ownerName: event.by.name ?? null,
        claimedAt: event.at,
        waitedSeconds: chat.waitedSeconds ?? secondsBetween(chat.openedAt, event.at),
        formOffered: false,
        ...(event.queue && {
          queueId: event.queue.id,
          queueName: event.queue.name,
          coopName: event.queue.coopName,
        }),
      };
    case 'returned':
      return {
        ...moved,
        state: 'waiting',
        ownerId: null,
        ownerName: null,
        claimedAt: null,
        waitingSince: event.at,
      };
    case 'form_offered':
      return { ...moved, formOffered: true };
    case 'closed':
      return { ...moved, state: 'closed', closedAt: event.at };
    default:
      return moved;
  }
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1_000));
}
