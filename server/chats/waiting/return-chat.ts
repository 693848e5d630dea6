import { sql as fragment } from 'kysely';
import { REOFFER_SECONDS } from '#protocol/limits.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import { restartStep } from '../../routing/index.ts';
import { appendEvents, BY_CARREL, byOperator, type NewEvent } from '../append-events.ts';
import { type LockedChat, lockChat } from '../store.ts';
import { waitAgain } from './wait-again.ts';

/**
 * The owner gives the chat back: it waits again where it came from, with its history.
 *
 * @throws not_found, may_not, chat_closed
 */
export async function releaseChat(parts: Parts, actor: StaffActor, chatId: string): Promise<void> {
  const now = parts.clock.now();
  const events = await parts.database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    if (chat.state === 'closed') throw problem('chat_closed');
    if (chat.ownerId !== actor.accountId)
      throw problem('may_not', 'Only its operator can give a chat back.');
    const body = { reason: 'released', operatorName: actor.displayName };
    return putBack(sql, chat, { ...byOperator(actor), body }, now);
  });
  parts.bus.publish('chat', { chatId, events, movesDesks: true });
}

/**
 * Offers the chats of operators who are gone again: no live page of the desk for REOFFER_SECONDS
 * beyond their lease's end. Answers how many.
 */
export function returnAbandonedChats(parts: Parts): Promise<number> {
  return returnAll(parts, abandonedChats);
}

/**
 * The same at once for who may not go on: deleted, without chat access, or without a level any more in
 * the co-op that the chat came through. What a library's leaving ends is finished by who
 * has it. Answers how many.
 */
export function returnOrphanedChats(parts: Parts): Promise<number> {
  return returnAll(parts, orphanedChats);
}

async function returnAll(parts: Parts, find: typeof orphanedChats): Promise<number> {
  const now = parts.clock.now();
  const found = await find(parts.database.sql, now).execute();
  for (const { id } of found) {
    const events = await parts.database.sql.transaction().execute(async (sql) => {
      const chat = await lockChat(sql, id);
      // Asked again under the lock: the operator may be back, or another process was faster.
      const still = await find(sql, now).where('chats.id', '=', id).executeTakeFirst();
      if (!chat || !still) return [];
      const body = { reason: 'gone', operatorName: still.ownerName };
      return putBack(sql, chat, { ...BY_CARREL, body }, now);
    });
    if (events.length > 0) parts.bus.publish('chat', { chatId: id, events, movesDesks: true });
  }
  return found.length;
}

function abandonedChats(sql: Queries, now: Date) {
  const lastSign = new Date(now.getTime() - REOFFER_SECONDS * 1_000);
  return (
    ownedChats(sql)
      // Who claims before their page's lease is written is not gone.
      .where('chats.claimedAt', '<=', lastSign)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('operatorLeases')
              .select('pageId')
              .whereRef('operatorLeases.accountId', '=', 'chats.ownerId')
              .where('operatorLeases.expiresAt', '>', lastSign),
          ),
        ),
      )
  );
}

/**
 * Taken from a co-op's queue by who has no level there any more, also where the patron is of their own
 * library. Who was given a chat by a colleague did not take it from the queue.
 */
const CLAIMED_WITHOUT_LEVEL = fragment<boolean>`exists (
  select from queues q
  join coops c on c.id = q.coop_id and c.deleted_at is null
  join coop_institutions theirs
    on theirs.coop_id = c.id and theirs.institution_id = owners.institution_id
  join chat_events e on e.chat_id = chats.id and e.kind = 'claimed' and e.actor_id = owners.id
    and e.at = chats.claimed_at and e.body -> 'queue' ->> 'id' = q.id::text
  where q.id = chats.queue_id
    and not exists (select from held_levels h where h.coop_id = c.id and h.account_id = owners.id)
)`;

function orphanedChats(sql: Queries, _now: Date) {
  return ownedChats(sql).where((eb) =>
    eb.or([
      eb('owners.deletedAt', 'is not', null),
      eb('owners.chatAccess', '=', false),
      CLAIMED_WITHOUT_LEVEL,
      fragment<boolean>`owners.institution_id <> chats.institution_id and exists (
        select from coop_chats cc
        join coops c on c.id = cc.coop_id and c.deleted_at is null
        join coop_institutions home
          on home.coop_id = c.id and home.institution_id = chats.institution_id
        join coop_institutions theirs
          on theirs.coop_id = c.id and theirs.institution_id = owners.institution_id
        where cc.chat_id = chats.id and cc.through
      ) and not exists (
        select from coop_chats cc
        join held_levels h on h.coop_id = cc.coop_id and h.account_id = owners.id
        where cc.chat_id = chats.id and cc.through
      )`,
    ]),
  );
}

function ownedChats(sql: Queries) {
  return sql
    .selectFrom('chats')
    .innerJoin('accounts as owners', 'owners.id', 'chats.ownerId')
    .select(['chats.id', 'owners.displayName as ownerName'])
    .where('chats.state', '=', 'active');
}

async function putBack(
  sql: Queries,
  chat: LockedChat,
  by: Omit<NewEvent, 'kind'>,
  now: Date,
): Promise<StoredEvent[]> {
  const nextStepAt = restartStep(chat.chain, chat.stepsAlerted, now);
  await waitAgain(sql, chat, { nextStepAt }, now);
  return appendEvents(sql, chat, [{ kind: 'returned', ...by }], now);
}
