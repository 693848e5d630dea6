import {
  type ChatEvent,
  type ChatEventKind,
  type Speaker,
  STAFF_ONLY_KINDS,
} from '#protocol/events.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import { writeInstant } from '../platform/instant.ts';

/** The event as staff read it, under their number. */
export function presentEventToStaff(event: StoredEvent): ChatEvent {
  return assemble(event, event.seq, staffSpeaker(event), event.body);
}

/** The event as the patron reads it, under theirs; undefined for what is the staff's alone. */
export function presentEventToPatron(event: StoredEvent): ChatEvent | undefined {
  if (event.patronSeq === null) return undefined;
  return assemble(event, event.patronSeq, patronSpeaker(event), withoutStaffFacts(event.body));
}

export function isStaffOnly(kind: string): boolean {
  return STAFF_ONLY_KINDS.includes(kind as ChatEventKind);
}

function assemble(
  { at, kind, clientId, text }: StoredEvent,
  seq: number,
  by: Speaker,
  body: StoredEvent['body'],
): ChatEvent {
  const common = { seq, at: writeInstant(at), by, kind };
  const isSaid = kind === 'message' || kind === 'note';
  return Object.assign(common, isSaid ? { clientId, text } : body) as ChatEvent;
}

/** Through which queue and from whom it came, what a colleague wrote to the next, how it ended. */
function withoutStaffFacts(body: StoredEvent['body']): StoredEvent['body'] {
  if (body === null) return null;
  const { queue: _, from: __, note: ___, resolution: ____, ...rest } = body;
  return rest;
}

function staffSpeaker({ actorKind, actorId, actorName }: StoredEvent): Speaker {
  if (actorKind === 'p') return { kind: 'patron' };
  if (actorKind === 'c' || actorId === null) return { kind: 'system' };
  return { kind: 'operator', accountId: actorId, ...(actorName !== null && { name: actorName }) };
}

function patronSpeaker({ actorKind, actorName }: StoredEvent): Speaker {
  if (actorKind === 'p') return { kind: 'patron' };
  if (actorKind === 'c') return { kind: 'system' };
  return { kind: 'operator', ...(actorName !== null && { name: actorName }) };
}
