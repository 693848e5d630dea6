import type { StaffActor } from '../../platform/http/actor.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import { appendEvents, byOperator } from '../append-events.ts';
import { introductionFor, recordAnswering, refuseAtLimit } from '../claim-chat.ts';
import { lockChat } from '../store.ts';
import { markThrough } from '../waiting/offers.ts';
import { findReceivers } from './receivers.ts';
import { endTransfer, findTransfer } from './standing-transfer.ts';

/**
 * The colleague who was asked takes the chat. As for a claim, the chat's row is locked first, then the
 * operator's, so that nobody gets more chats than their limit. Taking one's own again changes nothing.
 *
 * @throws no_chat_access, not_found, conflict when it was taken back or its time is over, at_limit
 */
export async function acceptTransfer(
  parts: Parts,
  actor: StaffActor,
  chatId: string,
): Promise<void> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const now = parts.clock.now();
  const events = await parts.database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    if (chat.state === 'active' && chat.ownerId === actor.accountId) return [];
    const transfer = await findTransfer(sql, chat);
    if (transfer?.toId !== actor.accountId || transfer.expiresAt <= now) throw over();
    const sender = { accountId: transfer.fromId, institutionId: transfer.fromInstitutionId };
    const [receiver] = await findReceivers(sql, sender, chat.institutionId, now, actor.accountId);
    if (!receiver) throw over();
    await refuseAtLimit(sql, actor.accountId);

    await sql.deleteFrom('transfers').where('chatId', '=', chatId).execute();
    await sql
      .updateTable('chats')
      .set({ ownerId: actor.accountId, claimedAt: now })
      .where('id', '=', chatId)
      .execute();
    await recordAnswering(sql, actor, chatId, now);
    if (receiver.coopId !== null) await markThrough(sql, chatId, receiver.coopId);
    const introduction = await introductionFor(sql, chat, actor);
    const from = { accountId: transfer.fromId, name: transfer.fromName };
    const body = { from, ...(introduction && { introduction }) };
    return appendEvents(sql, chat, [{ kind: 'claimed', ...byOperator(actor), body }], now);
  });
  if (events.length > 0) parts.bus.publish('chat', { chatId, events, movesDesks: true });
}

/**
 * The colleague leaves the chat with its operator, or the operator takes the offer back.
 *
 * @throws not_found for everybody else, conflict when nobody is asked any more
 */
export async function declineTransfer(
  parts: Parts,
  actor: StaffActor,
  chatId: string,
): Promise<void> {
  const events = await parts.database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    const transfer = await findTransfer(sql, chat);
    if (!transfer) throw over();
    const isSender = transfer.fromId === actor.accountId;
    if (!isSender && transfer.toId !== actor.accountId) throw over();
    const reason = isSender ? 'withdrawn' : 'declined';
    return endTransfer(sql, chat, transfer, { reason, by: byOperator(actor) }, parts.clock.now());
  });
  parts.bus.publish('chat', { chatId, events, movesDesks: true });
}

function over() {
  return problem('conflict', 'You are not asked to take this chat any more.');
}
