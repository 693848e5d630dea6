import type { CloseReason } from '#protocol/events.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import { problem } from '../platform/problem.ts';
import { appendEvents, type NewEvent, noteOf } from './append-events.ts';
import { resolveWithin } from './resolve-chat.ts';
import { type LockedChat, lockChat } from './store.ts';
import type { ClosingParts, Resolving } from './way-home.ts';

export interface Closing {
  readonly chatId: string;
  /** Makes the closing repeatable. */
  readonly clientId: string;
  readonly reason: CloseReason;
  readonly by: Pick<NewEvent, 'actorKind' | 'actorId' | 'actorName'>;
  /** Throws the problem of whoever may not. */
  readonly mayClose: (chat: LockedChat) => void;
}

/**
 * `resolving`: what staff say about the ending; null where the patron closes.
 *
 * @throws not_found, chat_closed when it was closed by another act, and what `mayClose` throws
 */
export async function closeChat(
  parts: ClosingParts,
  closing: Closing,
  resolving: Resolving | null,
): Promise<void> {
  const now = parts.clock.now();
  const events = await parts.database.sql.transaction().execute(async (sql) => {
    if (resolving === null) return closeChatWithin(sql, closing, now);
    const chat = await lockChat(sql, closing.chatId);
    const said = chat?.practisedBy
      ? ({ ...resolving, resolution: 'practice' } as const)
      : resolving;
    const stored = await closeChatWithin(sql, closing, now, said);
    if (chat && stored.length > 0) await resolveWithin(sql, parts.wayHome, chat, said, now);
    return stored;
  });
  if (events.length > 0) {
    parts.bus.publish('chat', { chatId: closing.chatId, events, movesDesks: true });
  }
}

/**
 * The same as part of a larger change. The caller publishes the answered events after its commit;
 * there are none when this very closing was stored before.
 */
export async function closeChatWithin(
  sql: Queries,
  closing: Closing,
  now: Date,
  said?: Resolving,
): Promise<StoredEvent[]> {
  const chat = await lockChat(sql, closing.chatId);
  if (!chat) throw problem('not_found');
  if (await isRepeat(sql, closing)) return [];
  closing.mayClose(chat);
  if (chat.state === 'closed') throw problem('chat_closed');

  await sql
    .updateTable('chats')
    .set({
      state: 'closed',
      closedAt: now,
      closeReason: closing.reason,
      nextStepAt: null,
      formOfferAt: null,
    })
    .where('id', '=', chat.id)
    .execute();
  const closed: NewEvent = {
    kind: 'closed',
    ...closing.by,
    clientId: closing.clientId,
    body: { reason: closing.reason, ...(said && { resolution: said.resolution }) },
  };
  return appendEvents(sql, chat, [...noteOf(closing.by, said?.note ?? null), closed], now);
}

async function isRepeat(sql: Queries, { chatId, clientId }: Closing): Promise<boolean> {
  const first = await sql
    .selectFrom('chatEvents')
    .select('kind')
    .where('chatId', '=', chatId)
    .where('clientId', '=', clientId)
    .executeTakeFirst();
  if (first && first.kind !== 'closed') throw problem('client_id_taken');
  return first !== undefined;
}
