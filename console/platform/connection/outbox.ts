import type { ChatEvent } from '#protocol/events.ts';
import type { ProblemCode } from '#protocol/problems.ts';

/** A message or note of this operator that the server has not acknowledged. */
export interface OutboxEntry {
  readonly clientId: string;
  readonly chatId: string;
  readonly text: string;
  readonly note: boolean;
  /** When it was written, ISO 8601: the order in which entries go out. */
  readonly writtenAt: string;
  /** Why the server would not store it; null while it may still be stored. */
  readonly refused: { readonly code: ProblemCode; readonly detail: string } | null;
}

export interface Outbox {
  readonly entries: readonly OutboxEntry[];
  /** Client ids that went out on the present connection and wait for their answer. */
  readonly inFlight: readonly string[];
}

export const EMPTY_OUTBOX: Outbox = { entries: [], inFlight: [] };

/** Entries on their way at once: below the server's burst of frames, with room for follows and typing. */
const WINDOW = 20;

/** Refusals that say nothing about the message itself: it is sent again by itself. */
const PASSING: readonly ProblemCode[] = [
  'too_many_requests',
  'unavailable',
  'internal',
  'conflict',
];

export function addEntry(outbox: Outbox, entry: OutboxEntry): Outbox {
  if (outbox.entries.some(({ clientId }) => clientId === entry.clientId)) {
    return outbox;
  }
  return {
    ...outbox,
    entries: [...outbox.entries, entry].sort((one, other) =>
      one.writtenAt.localeCompare(other.writtenAt),
    ),
  };
}

/** Acknowledged, seen among the chat's events, or thrown away by its author. */
export function removeEntry(outbox: Outbox, clientId: string): Outbox {
  if (!outbox.entries.some((entry) => entry.clientId === clientId)) {
    return outbox;
  }
  return {
    entries: outbox.entries.filter((entry) => entry.clientId !== clientId),
    inFlight: outbox.inFlight.filter((id) => id !== clientId),
  };
}

/** What the chat's events hold of ours needs no acknowledgement any more. */
export function removeStored(outbox: Outbox, events: readonly ChatEvent[]): Outbox {
  return events.reduce(
    (rest, event) => ('clientId' in event ? removeEntry(rest, event.clientId) : rest),
    outbox,
  );
}

/** A passing refusal leaves the entry to be sent again; any other marks it and keeps its text. */
export function refuseEntry(
  outbox: Outbox,
  clientId: string,
  refused: { code: ProblemCode; detail: string },
): Outbox {
  const inFlight = outbox.inFlight.filter((id) => id !== clientId);
  if (PASSING.includes(refused.code)) {
    return { ...outbox, inFlight };
  }
  return {
    inFlight,
    entries: outbox.entries.map((entry) =>
      entry.clientId === clientId ? { ...entry, refused } : entry,
    ),
  };
}

export function isPassing(code: ProblemCode): boolean {
  return PASSING.includes(code);
}

/** The author wants a refused entry sent once more. */
export function retryEntry(outbox: Outbox, clientId: string): Outbox {
  return {
    ...outbox,
    entries: outbox.entries.map((entry) =>
      entry.clientId === clientId ? { ...entry, refused: null } : entry,
    ),
  };
}

/** What may go out now, in the order of writing. */
export function dueEntries(outbox: Outbox): readonly OutboxEntry[] {
  const waiting = outbox.entries.filter(
    (entry) => entry.refused === null && !outbox.inFlight.includes(entry.clientId),
  );
  return waiting.slice(0, Math.max(0, WINDOW - outbox.inFlight.length));
}

export function markSent(outbox: Outbox, clientIds: readonly string[]): Outbox {
  return { ...outbox, inFlight: [...outbox.inFlight, ...clientIds] };
}

/** The connection is gone: nobody knows what arrived, so all of it goes out again. */
export function forgetSent(outbox: Outbox): Outbox {
  return outbox.inFlight.length === 0 ? outbox : { ...outbox, inFlight: [] };
}
