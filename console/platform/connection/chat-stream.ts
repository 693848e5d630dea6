import { applyToStaffChat } from '#protocol/chat-state.ts';
import type { StaffChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';

/** What this tab knows of one chat that it follows. */
export interface ChatStream {
  readonly chat: StaffChat | null;
  /** Applied events, gapless, from number 1 on. */
  readonly events: readonly ChatEvent[];
  /** Events that came before their predecessors, by number. */
  readonly held: readonly ChatEvent[];
  /** The history up to now has been read once: what comes from here on is news. */
  readonly caughtUp: boolean;
}

export const EMPTY_STREAM: ChatStream = { chat: null, events: [], held: [], caughtUp: false };

/** Number of the last applied event; 0 before the first. */
export function lastApplied(stream: ChatStream): number {
  return stream.events.at(-1)?.seq ?? 0;
}

/** Applies last + 1 again and again, holds what came too early, ignores what came before. */
export function receiveEvents(stream: ChatStream, incoming: readonly ChatEvent[]): ChatStream {
  const last = lastApplied(stream);
  const bySeq = new Map(stream.held.map((event) => [event.seq, event]));
  for (const event of incoming) {
    if (event.seq > last && !bySeq.has(event.seq)) {
      bySeq.set(event.seq, event);
    }
  }
  if (bySeq.size === 0) {
    return stream;
  }
  const applied: ChatEvent[] = [];
  for (let next = bySeq.get(last + 1); next !== undefined; next = bySeq.get(next.seq + 1)) {
    applied.push(next);
    bySeq.delete(next.seq);
  }
  return {
    ...stream,
    chat: applied.reduce(applyIfNewer, stream.chat),
    events: applied.length === 0 ? stream.events : [...stream.events, ...applied],
    held: [...bySeq.values()].sort((one, other) => one.seq - other.seq),
  };
}

/** The server's snapshot of the chat; an older one than what is shown is ignored. */
export function receiveState(stream: ChatStream, chat: StaffChat): ChatStream {
  if (stream.chat !== null && chat.lastSeq < stream.chat.lastSeq) {
    return stream;
  }
  return { ...stream, chat };
}

/** The answer to a follow is complete. */
export function finishReading(stream: ChatStream): ChatStream {
  return stream.caughtUp ? stream : { ...stream, caughtUp: true };
}

/** Something between the last applied event and what is known to exist has not come. */
export function hasGap(stream: ChatStream, knownLastSeq: number): boolean {
  const known = Math.max(knownLastSeq, stream.chat?.lastSeq ?? 0, stream.held.at(-1)?.seq ?? 0);
  return known > lastApplied(stream);
}

/** A snapshot may be ahead of the events that follow it; those are in it already. */
function applyIfNewer(chat: StaffChat | null, event: ChatEvent): StaffChat | null {
  return chat === null || event.seq <= chat.lastSeq ? chat : applyToStaffChat(chat, event);
}
