import type { ChatEvent } from '../../../protocol/events.ts';

/** One side's view of a chat, built by the rule of the real clients: apply last + 1, hold what is early. */
export interface Stream {
  last(): number;
  /** In the order of their application. */
  events(): readonly ChatEvent[];
  /** Something between is missing. */
  hasGap(): boolean;
  receive(events: readonly ChatEvent[]): void;
}

export function openStream(): Stream {
  const applied: ChatEvent[] = [];
  const held = new Map<number, ChatEvent>();
  const last = () => applied.at(-1)?.seq ?? 0;
  return {
    last,
    events: () => applied,
    hasGap: () => held.size > 0,
    receive(events) {
      for (const event of events) if (event.seq > last()) held.set(event.seq, event);
      for (let next = held.get(last() + 1); next; next = held.get(last() + 1)) {
        held.delete(next.seq);
        applied.push(next);
      }
    },
  };
}

/** Who wrote what, as one side has it. */
export function textsIn(stream: Stream): string[] {
  return stream.events().flatMap((event) => (event.kind === 'message' ? [event.text] : []));
}
