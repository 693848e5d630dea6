import type { Bus, ChatHint, PassingHint, StoredEvent } from '../platform/events/bus.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { applyToFacts } from './apply-to-facts.ts';
import { presentEventToPatron, presentEventToStaff } from './events.ts';
import type { ChatFacts } from './who-may.ts';

/** Somebody of the staff who follows a chat. */
export interface StaffListener {
  readonly peer: Peer;
  /** Asked before every frame: rights may have gone since the follow. */
  readonly mayHear: (facts: ChatFacts) => boolean;
  /** The listener was taken out of the room because it may not hear any more. */
  readonly onRemoved: (chatId: string) => void;
}

interface Room {
  readonly patrons: Set<Peer>;
  readonly staff: Set<StaffListener>;
  /** Known once somebody of the staff listens. */
  facts: ChatFacts | undefined;
  /** For each reading of the facts under way, what happened meanwhile: they may be from before it. */
  readonly meanwhile: Set<StoredEvent[]>;
}

export interface Rooms {
  enterAsPatron(chatId: string, peer: Peer): void;
  leaveAsPatron(chatId: string, peer: Peer): void;
  /** Connections of the chat's patron to this process. */
  patronsIn(chatId: string): number;
  /** Answers whether the chat is there. The listener hears from then on what it may. */
  enterAsStaff(
    chatId: string,
    listener: StaffListener,
    readFacts: () => Promise<ChatFacts | undefined>,
  ): Promise<boolean>;
  leaveAsStaff(chatId: string, listener: StaffListener): void;
  /** Of a chat that staff listen to; undefined of others. */
  factsOf(chatId: string): ChatFacts | undefined;
  /** Asks `mayHear` of everybody in the rooms given, and takes out who may not. */
  review(chatIds: Iterable<string>): void;
}

/**
 * Who listens to which chat in this process. The bus says which chat moved; each frame is
 * serialised once for each audience. Order is not kept here: clients apply last + 1 and ask.
 */
export function openRooms({ bus }: { bus: Bus }): Rooms {
  const rooms = new Map<string, Room>();

  function roomOf(chatId: string): Room {
    const room = rooms.get(chatId) ?? {
      patrons: new Set(),
      staff: new Set(),
      facts: undefined,
      meanwhile: new Set(),
    };
    rooms.set(chatId, room);
    return room;
  }

  function closeIfEmpty(chatId: string, room: Room): void {
    if (room.patrons.size === 0 && room.staff.size === 0) rooms.delete(chatId);
  }

  bus.subscribe('chat', (hint) => {
    const room = rooms.get(hint.chatId);
    if (!room || !hint.events || hint.events.length === 0) return;
    if (room.staff.size > 0) learn(room, hint.events);
    tellPatrons(room, hint, hint.events);
    tellStaff(room, hint, hint.events);
  });

  bus.subscribe('passing', (hint) => {
    const room = rooms.get(hint.chatId);
    if (room) tellPassing(room, hint);
  });

  function tellStaff(room: Room, hint: ChatHint, events: readonly StoredEvent[]): void {
    if (room.staff.size === 0) return;
    let text: string | undefined;
    for (const listener of hearing(room, hint.chatId)) {
      if (listener.peer.id === hint.acknowledgedTo) continue;
      text ??= JSON.stringify({
        t: 'events',
        chatId: hint.chatId,
        events: events.map(presentEventToStaff),
      });
      listener.peer.sendText(text);
    }
  }

  function tellPassing(room: Room, hint: PassingHint): void {
    const { toPatrons, toStaff } = framesOf(hint);
    for (const peer of room.patrons) if (peer.id !== hint.from) peer.sendText(toPatrons);
    for (const { peer } of hearing(room, hint.chatId)) {
      if (peer.id !== hint.from) peer.sendText(toStaff);
    }
  }

  /** Those of the staff who may still hear; the others leave. */
  function hearing(room: Room, chatId: string): StaffListener[] {
    const { facts } = room;
    if (!facts) return [];
    const all = [...room.staff];
    const allowed = all.filter((listener) => listener.mayHear(facts));
    if (allowed.length < all.length) {
      for (const listener of all) if (!allowed.includes(listener)) remove(room, chatId, listener);
    }
    return allowed;
  }

  function remove(room: Room, chatId: string, listener: StaffListener): void {
    room.staff.delete(listener);
    closeIfEmpty(chatId, room);
    listener.onRemoved(chatId);
  }

  return {
    enterAsPatron: (chatId, peer) => void roomOf(chatId).patrons.add(peer),
    leaveAsPatron(chatId, peer) {
      const room = rooms.get(chatId);
      room?.patrons.delete(peer);
      if (room) closeIfEmpty(chatId, room);
    },
    patronsIn: (chatId) => rooms.get(chatId)?.patrons.size ?? 0,
    async enterAsStaff(chatId, listener, readFacts) {
      const room = roomOf(chatId);
      room.staff.add(listener);
      const missed: StoredEvent[] = [];
      room.meanwhile.add(missed);
      const facts = await readFacts().finally(() => room.meanwhile.delete(missed));
      if (facts) room.facts = missed.reduce(applyToFacts, facts);
      return facts !== undefined;
    },
    leaveAsStaff(chatId, listener) {
      const room = rooms.get(chatId);
      room?.staff.delete(listener);
      if (room) closeIfEmpty(chatId, room);
    },
    factsOf: (chatId) => rooms.get(chatId)?.facts,
    review(chatIds) {
      for (const chatId of chatIds) {
        const room = rooms.get(chatId);
        if (room) hearing(room, chatId);
      }
    },
  };
}

function learn(room: Room, events: readonly StoredEvent[]): void {
  for (const missed of room.meanwhile) missed.push(...events);
  if (room.facts) room.facts = events.reduce(applyToFacts, room.facts);
}

function tellPatrons(room: Room, hint: ChatHint, events: readonly StoredEvent[]): void {
  if (room.patrons.size === 0) return;
  if (events.every(({ patronSeq }) => patronSeq === null)) return;
  let text: string | undefined;
  for (const peer of room.patrons) {
    if (peer.id === hint.acknowledgedTo) continue;
    text ??= JSON.stringify({
      t: 'events',
      chatId: hint.chatId,
      events: events.map(presentEventToPatron).filter((event) => event !== undefined),
    });
    peer.sendText(text);
  }
}

function framesOf(hint: PassingHint): { toPatrons: string; toStaff: string } {
  const { chatId, who } = hint;
  if (hint.what === 'typing') {
    const { on, name } = hint;
    const text = JSON.stringify({ t: 'typing', chatId, who, on, ...(name && { name }) });
    return { toPatrons: text, toStaff: text };
  }
  const { seq, patronSeq } = hint;
  return {
    toPatrons: JSON.stringify({ t: 'seen', chatId, who, seq: patronSeq }),
    toStaff: JSON.stringify({ t: 'seen', chatId, who, seq }),
  };
}
