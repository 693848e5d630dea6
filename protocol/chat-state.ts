import type { PatronChat, StaffChat } from './chats.ts';
import type { ChatEvent } from './events.ts';

type EventOf<Kind extends ChatEvent['kind']> = Extract<ChatEvent, { kind: Kind }>;

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
        transfer: null,
        ...enteredBy(event.queue),
      };
    case 'returned':
      return {
        ...moved,
        state: 'waiting',
        ownerId: null,
        ownerName: null,
        claimedAt: null,
        waitingSince: event.at,
        transfer: null,
        ...enteredBy(event.queue),
      };
    case 'transfer_offered':
      return { ...moved, transfer: transferOf(event) };
    case 'transfer_declined':
      return { ...moved, transfer: null };
    case 'form_offered':
      return { ...moved, formOffered: true };
    case 'closed':
      return {
        ...moved,
        state: 'closed',
        closedAt: event.at,
        transfer: null,
        resolution: event.resolution ?? null,
      };
    case 'resolved':
      return { ...moved, resolution: event.to };
    default:
      return moved;
  }
}

function enteredBy(queue: EventOf<'claimed'>['queue']) {
  return queue && { queueId: queue.id, queueName: queue.name, coopName: queue.coopName };
}

function transferOf({ by, to, note, at }: EventOf<'transfer_offered'>): StaffChat['transfer'] {
  const from = { fromId: by.accountId ?? '', fromName: by.name ?? '' };
  return { ...from, toId: to.accountId, toName: to.name, note: note ?? null, at };
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1_000));
}
