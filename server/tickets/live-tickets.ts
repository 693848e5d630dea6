import type { Background } from '../platform/background.ts';
import type { ChatHint, TicketHint, WritingHint } from '../platform/events/bus.ts';
import type { Parts } from '../platform/parts.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { readTicketFacts, type TicketFacts } from './ticket-facts.ts';
import { type Handler, mayHandle } from './who-may.ts';

/** One page of the staff, open in this process. */
export interface TicketListener {
  readonly peer: Peer;
  /** As known now: rights come and go while the page is open. */
  readonly actor: () => Handler;
}

export interface LiveTickets {
  enter(listener: TicketListener): void;
  leave(listener: TicketListener): void;
  /** Somebody writes an answer, or has stopped. Nothing happens where they may not. */
  tellWriting(
    actor: Handler & { displayName: string },
    ticketId: string,
    on: boolean,
  ): Promise<void>;
  stop(): void;
}

/** Changes that come together are told together; a person sees no difference. */
const GATHER_MS = 50;
/** What of a chat may have made, or moved, its ticket. */
const ENDINGS: ReadonlySet<string> = new Set(['closed', 'resolved', 'note']);

/** Tells whoever may handle a ticket that it has moved. What it is then, they read themselves. */
export function liveTickets({ database, bus }: Parts, { begin }: Background): LiveTickets {
  const listeners = new Set<TicketListener>();
  const moved = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  function gather({ ticketId, ownerBefore }: TicketHint): void {
    if (listeners.size === 0) return;
    const before = moved.get(ticketId) ?? new Set();
    moved.set(ticketId, ownerBefore ? before.add(ownerBefore) : before);
    timer ??= setTimeout(() => begin(tellMoved()), GATHER_MS);
  }

  async function tellMoved(): Promise<void> {
    timer = undefined;
    const ownersBefore = new Map(moved);
    moved.clear();
    for (const ticket of await readTicketFacts(database.sql, [...ownersBefore.keys()])) {
      const text = JSON.stringify({ t: 'ticket', ticketId: ticket.id });
      for (const { peer, actor } of listeners) {
        const had = ownersBefore.get(ticket.id)?.has(actor().accountId);
        if (had || mayHandle(actor(), ticket)) peer.sendText(text);
      }
    }
  }

  async function tellColleagues({ ticketId, accountId, name, on }: WritingHint): Promise<void> {
    if (listeners.size === 0) return;
    const ticket = await findFacts(ticketId);
    if (!ticket) return;
    const text = JSON.stringify({ t: 'writing', ticketId, accountId, name, on });
    for (const { peer, actor } of listeners) {
      if (actor().accountId !== accountId && mayHandle(actor(), ticket)) peer.sendText(text);
    }
  }

  async function findFacts(ticketId: string): Promise<TicketFacts | undefined> {
    return (await readTicketFacts(database.sql, [ticketId]))[0];
  }

  /** Chats leave tickets behind, and know nothing of them. */
  async function tellOfChat({ chatId }: ChatHint): Promise<void> {
    const ticket = await database.sql
      .selectFrom('tickets')
      .select(['id', 'mergedInto'])
      .where('chatId', '=', chatId)
      .executeTakeFirst();
    if (!ticket) return;
    bus.publish('ticket', { ticketId: ticket.id });
    if (ticket.mergedInto !== null) bus.publish('ticket', { ticketId: ticket.mergedInto });
  }

  const unsubscribe = [
    bus.subscribe('ticket', gather),
    bus.subscribe('writing', (hint) => begin(tellColleagues(hint))),
    bus.subscribe('chat', (hint) => {
      if (hint.events?.some(({ kind }) => ENDINGS.has(kind))) begin(tellOfChat(hint));
    }),
  ];

  return {
    enter: (listener) => void listeners.add(listener),
    leave: (listener) => void listeners.delete(listener),
    async tellWriting(actor, ticketId, on) {
      const ticket = await findFacts(ticketId);
      if (!ticket || !mayHandle(actor, ticket)) return;
      const { accountId, displayName: name } = actor;
      bus.publish('writing', { ticketId, accountId, name, on });
    },
    stop() {
      clearTimeout(timer);
      for (const end of unsubscribe) end();
      listeners.clear();
    },
  };
}
