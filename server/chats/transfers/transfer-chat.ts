import type { z } from 'zod';
import { TRANSFER_SECONDS } from '#protocol/limits.ts';
import type { transferChat as contract } from '#protocol/transfers.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import { appendEvents, byOperator } from '../append-events.ts';
import { type LockedChat, lockChat } from '../store.ts';
import { passOn } from './pass-on.ts';
import { findReceivers } from './receivers.ts';

type Wish = z.output<typeof contract.body>;

/**
 * The owner passes a chat on. A colleague is asked, and the chat stays until they answer; to a queue
 * or a co-op it goes at once, and waits there with its history.
 *
 * @throws not_found, may_not, chat_closed, client_id_taken; conflict while another colleague is asked,
 *   or when this one is not at the desk or has no room; breaks_rule for a target that is none
 */
export async function transferChat(
  parts: Parts,
  actor: StaffActor,
  chatId: string,
  wish: Wish,
): Promise<void> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const now = parts.clock.now();
  const events = await parts.database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    if (await isRepeat(sql, actor, chatId, wish.clientId)) return [];
    if (chat.state === 'closed') throw problem('chat_closed');
    if (chat.ownerId !== actor.accountId)
      throw problem('may_not', 'Only its operator can pass a chat on.');
    if (chat.practisedBy !== null)
      throw problem('breaks_rule', 'A practice stays with who practises.');
    if (wish.accountId === undefined) return passOn(sql, actor, chat, wish, now);
    return ask(sql, actor, chat, { ...wish, accountId: wish.accountId }, now);
  });
  if (events.length > 0) parts.bus.publish('chat', { chatId, events, movesDesks: true });
}

async function isRepeat(
  sql: Queries,
  actor: StaffActor,
  chatId: string,
  clientId: string,
): Promise<boolean> {
  const first = await sql
    .selectFrom('chatEvents')
    .select(['kind', 'actorId'])
    .where('chatId', '=', chatId)
    .where('clientId', '=', clientId)
    .executeTakeFirst();
  if (!first) return false;
  const isTransfer = first.kind === 'transfer_offered' || first.kind === 'returned';
  if (isTransfer && first.actorId === actor.accountId) return true;
  throw problem('client_id_taken');
}

async function ask(
  sql: Queries,
  actor: StaffActor,
  chat: LockedChat,
  { accountId, clientId, note }: Wish & { readonly accountId: string },
  now: Date,
): Promise<StoredEvent[]> {
  const [receiver] = await findReceivers(sql, actor, chat.institutionId, now, accountId);
  if (!receiver) {
    const message = 'must be a colleague at the desk who may answer for this library';
    throw problem('breaks_rule', `accountId ${message}.`, [{ path: 'accountId', message }]);
  }
  const { displayName, openChats, maxChats, state } = receiver;
  if (openChats >= maxChats)
    throw problem('conflict', `${displayName} has as many chats as their limit allows.`);
  if (state === 'away') throw problem('conflict', `${displayName} is away.`);

  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('transfers')
    .values({
      chatId: chat.id,
      fromId: actor.accountId,
      toId: accountId,
      note: note ?? null,
      offeredAt: now,
      expiresAt: new Date(now.getTime() + TRANSFER_SECONDS * 1_000),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n)
    throw problem('conflict', 'A colleague is asked to take this chat already.');
  const to = { accountId, name: displayName };
  const body = { to, ...(note !== undefined && { note }) };
  return appendEvents(
    sql,
    chat,
    [{ kind: 'transfer_offered', ...byOperator(actor), clientId, body }],
    now,
  );
}
