import type { ChatEvent } from '#protocol/events.ts';

/** The events of a chat as far as they are known without a hole. */
export interface Stream {
  /** The number of the last event applied; 0 before the first. */
  readonly last: number;
  readonly events: readonly ChatEvent[];
  /** Events that came before one that is still missing, by number. */
  readonly held: ReadonlyMap<number, ChatEvent>;
}

export const EMPTY_STREAM: Stream = { last: 0, events: [], held: new Map() };

/**
 * Takes events in whatever order and however often they come: applies last + 1, ignores repeats, and
 * holds what comes too early.
 */
export function receive(stream: Stream, incoming: readonly ChatEvent[]): Stream {
  const held = new Map(stream.held);
  for (const event of incoming) {
    if (event.seq > stream.last && !held.has(event.seq)) held.set(event.seq, event);
  }
  if (held.size === stream.held.size) return stream;

  const applied: ChatEvent[] = [];
  let last = stream.last;
  for (let next = held.get(last + 1); next; next = held.get(last + 1)) {
    last = next.seq;
    held.delete(last);
    applied.push(next);
  }
  return {
    last,
    events: applied.length > 0 ? [...stream.events, ...applied] : stream.events,
    held,
  };
}

/** Something after `last` is missing: ask for it. */
export function hasGap(stream: Stream): boolean {
  return stream.held.size > 0;
}

/** An acknowledgement stands for the event of one's own message, which is not sent to its sender. */
export function ownMessage(
  ack: { clientId: string; seq: number; at: string },
  text: string,
): ChatEvent {
  const { clientId, seq, at } = ack;
  return { kind: 'message', by: { kind: 'patron' }, clientId, seq, at, text };
}
