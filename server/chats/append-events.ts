import type { ChatEventKind } from '#protocol/events.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import { newId } from '../platform/ids.ts';
import { isStaffOnly } from './events.ts';

export interface NewEvent {
  readonly kind: ChatEventKind;
  readonly actorKind: StoredEvent['actorKind'];
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly clientId?: string;
  readonly text?: string;
  readonly body?: Record<string, unknown>;
}

export const BY_CARREL = { actorKind: 'c', actorId: null, actorName: null } as const;
export const BY_PATRON = { actorKind: 'p', actorId: null, actorName: null } as const;

export function byOperator(actor: { accountId: string; displayName: string }) {
  return { actorKind: 's', actorId: actor.accountId, actorName: actor.displayName } as const;
}

/** What staff want to say about an act of theirs, beside its own event; nothing where there is no text. */
export function noteOf(
  by: Pick<NewEvent, 'actorKind' | 'actorId' | 'actorName'>,
  text: string | null,
): NewEvent[] {
  return text === null ? [] : [{ kind: 'note', ...by, clientId: newId(), text }];
}

/** Where a locked chat stands: the numbers of its last events. */
export interface Numbering {
  readonly id: string;
  readonly lastSeq: number;
  readonly lastPatronSeq: number;
}

/**
 * Numbers and stores events within a transaction that holds the chat's row locked. The caller
 * publishes what is answered here once the transaction is committed, and not before.
 */
export async function appendEvents(
  sql: Queries,
  chat: Numbering,
  events: readonly NewEvent[],
  at: Date,
): Promise<StoredEvent[]> {
  let seq = chat.lastSeq;
  let lastPatronSeq = chat.lastPatronSeq;
  const stored: StoredEvent[] = events.map((event) => {
    seq += 1;
    if (!isStaffOnly(event.kind)) lastPatronSeq += 1;
    return {
      chatId: chat.id,
      seq,
      patronSeq: isStaffOnly(event.kind) ? null : lastPatronSeq,
      kind: event.kind,
      actorKind: event.actorKind,
      actorId: event.actorId,
      actorName: event.actorName,
      clientId: event.clientId ?? null,
      text: event.text ?? null,
      body: event.body ?? null,
      at,
    };
  });
  if (stored.length === 0) return stored;

  await sql
    .insertInto('chatEvents')
    .values(
      stored.map(({ actorName: _, body, ...event }) => ({
        ...event,
        body: body && JSON.stringify(body),
      })),
    )
    .execute();
  await sql
    .updateTable('chats')
    .set({ lastSeq: seq, lastPatronSeq })
    .where('id', '=', chat.id)
    .execute();
  return stored;
}
