import { sql as fragment } from 'kysely';
import type { Queries } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import { appendEvents, BY_CARREL, byOperator, type NewEvent } from '../append-events.ts';
import { introductionFor, recordAnswering, refuseAtLimit } from '../claim-chat.ts';
import { type LockedChat, lockChat } from '../store.ts';
import { markThrough } from '../waiting/offers.ts';
import { findReceivers } from './receivers.ts';

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

/** Ends what nobody answered in time, and what its receiver can't answer any more. Every second. */
export async function endStaleTransfers(parts: Parts): Promise<void> {
  const { database, clock, bus } = parts;
  const now = clock.now();
  for (const { chatId } of await staleTransfers(database.sql, now).execute()) {
    const events = await database.sql.transaction().execute(async (sql) => {
      const chat = await lockChat(sql, chatId);
      const still = await staleTransfers(sql, now).where('chatId', '=', chatId).executeTakeFirst();
      const transfer = chat && (await findTransfer(sql, chat));
      if (!still) return [];
      if (!transfer) {
        // The chat was closed, or came back to its queue: its events have told so.
        await sql.deleteFrom('transfers').where('chatId', '=', chatId).execute();
        return [];
      }
      const reason = transfer.expiresAt <= now ? 'unanswered' : 'gone';
      return endTransfer(sql, chat, transfer, { reason, by: BY_CARREL }, now);
    });
    if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  }
}

function staleTransfers(sql: Queries, now: Date) {
  return sql
    .selectFrom('transfers')
    .select('chatId')
    .where((eb) =>
      eb.or([
        eb('expiresAt', '<=', now),
        eb.not(
          eb.exists(
            eb
              .selectFrom('chats')
              .select('chats.id')
              .whereRef('chats.id', '=', 'transfers.chatId')
              .whereRef('chats.ownerId', '=', 'transfers.fromId')
              .where('chats.state', '=', 'active'),
          ),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('operatorLeases')
              .innerJoin('accounts', 'accounts.id', 'operatorLeases.accountId')
              .select('pageId')
              .whereRef('operatorLeases.accountId', '=', 'transfers.toId')
              .where('operatorLeases.expiresAt', '>', now)
              .where('accounts.chatAccess', '=', true)
              .where('accounts.deletedAt', 'is', null),
          ),
        ),
        eb.not(mayStillAnswer()),
      ]),
    );
}

/** The receiver is of the chat's library, or has a level in a co-op that it belongs to. */
function mayStillAnswer() {
  return fragment<boolean>`exists (
    select from chats c join accounts p on p.id = transfers.to_id
    where c.id = transfers.chat_id and (p.institution_id = c.institution_id or exists (
      select from held_levels l
      join coop_institutions home
        on home.coop_id = l.coop_id and home.institution_id = c.institution_id
      where l.account_id = p.id
    ))
  )`;
}

/** Of a chat that its sender still has. */
function findTransfer(sql: Queries, chat: LockedChat) {
  return sql
    .selectFrom('transfers')
    .innerJoin('chats', 'chats.id', 'transfers.chatId')
    .innerJoin('accounts as senders', 'senders.id', 'transfers.fromId')
    .innerJoin('accounts as receivers', 'receivers.id', 'transfers.toId')
    .where('chatId', '=', chat.id)
    .where('chats.state', '=', 'active')
    .whereRef('chats.ownerId', '=', 'transfers.fromId')
    .select(['fromId', 'toId', 'expiresAt'])
    .select([
      'senders.displayName as fromName',
      'senders.institutionId as fromInstitutionId',
      'receivers.displayName as toName',
    ])
    .executeTakeFirst();
}
type Transfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;

async function endTransfer(
  sql: Queries,
  chat: LockedChat,
  { toId, toName }: Transfer,
  { reason, by }: { reason: string; by: Pick<NewEvent, 'actorKind' | 'actorId' | 'actorName'> },
  now: Date,
): Promise<StoredEvent[]> {
  await sql.deleteFrom('transfers').where('chatId', '=', chat.id).execute();
  const body = { to: { accountId: toId, name: toName }, reason };
  return appendEvents(sql, chat, [{ kind: 'transfer_declined', ...by, body }], now);
}

function over() {
  return problem('conflict', 'You are not asked to take this chat any more.');
}
