import {
  type ChatEvent,
  type ChatEventKind,
  type Speaker,
  STAFF_ONLY_KINDS,
} from '#protocol/events.ts';
import type { StoredEvent } from '../platform/events/bus.ts';

/** The event as staff read it, under their number. */
export function presentEventToStaff(event: StoredEvent): ChatEvent {
  return assemble(event, event.seq, staffSpeaker(event));
}

/** The event as the patron reads it, under theirs; undefined for what is the staff's alone. */
export function presentEventToPatron(event: StoredEvent): ChatEvent | undefined {
  if (event.patronSeq === null) return undefined;
  const { queue: _, ...body } = event.body ?? {};
  return assemble({ ...event, body }, event.patronSeq, patronSpeaker(event));
}

export function isStaffOnly(kind: string): boolean {
  return STAFF_ONLY_KINDS.includes(kind as ChatEventKind);
}

function assemble(event: StoredEvent, seq: number, by: Speaker): ChatEvent {
  const said = event.kind === 'message' || event.kind === 'note';
  return {
    seq,
    at: event.at.toISOString(),
    by,
    kind: event.kind,
    ...(said ? { clientId: event.clientId, text: event.text } : event.body),
  } as ChatEvent;
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
