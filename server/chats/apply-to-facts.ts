import type { StoredEvent } from '../platform/events/bus.ts';
import type { ChatFacts } from './who-may.ts';

/** What an event means for who may read the chat from now on. */
export function applyToFacts(facts: ChatFacts, event: StoredEvent): ChatFacts {
  switch (event.kind) {
    case 'claimed': {
      const ownerId = event.actorId;
      const coopId = queueOf(event)?.coopId;
      return {
        ...facts,
        state: 'active',
        ownerId,
        transferTo: null,
        answeredBy: ownerId === null ? facts.answeredBy : withAnother(facts.answeredBy, ownerId),
        coopIds: coopId ? withAnother(facts.coopIds, coopId) : facts.coopIds,
      };
    }
    case 'returned':
      return { ...passedOn(facts, queueOf(event)), state: 'waiting', ownerId: null };
    case 'closed':
      return { ...facts, state: 'closed' };
    case 'routed': {
      const queueId = String(event.body?.['queueId']);
      return {
        ...facts,
        offeredTo: withAnother(facts.offeredTo, queueId),
        ringsAt: withAnother(facts.ringsAt, queueId),
      };
    }
    case 'unrouted': {
      const ringsAt = new Set(facts.ringsAt);
      ringsAt.delete(String(event.body?.['queueId']));
      return { ...facts, ringsAt };
    }
    case 'transfer_offered':
      return { ...facts, transferTo: askedBy(event) };
    case 'transfer_declined':
      return { ...facts, transferTo: null };
    default:
      return facts;
  }
}

/** A chat that was sent to another queue rings there alone. */
function passedOn(facts: ChatFacts, queue: ReturnType<typeof queueOf>): ChatFacts {
  const { offeredTo, coopIds } = facts;
  if (!queue) return { ...facts, transferTo: null };
  return {
    ...facts,
    transferTo: null,
    offeredTo: withAnother(offeredTo, queue.id),
    ringsAt: new Set([queue.id]),
    coopIds: queue.coopId ? withAnother(coopIds, queue.coopId) : coopIds,
  };
}

function queueOf({ body }: StoredEvent): { id: string; coopId?: string | null } | undefined {
  return body?.['queue'] as { id: string; coopId?: string | null } | undefined;
}

function askedBy({ body }: StoredEvent): string | null {
  return (body?.['to'] as { accountId: string } | undefined)?.accountId ?? null;
}

function withAnother(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? ids : new Set(ids).add(id);
}
