import type { StaffChat } from '#protocol/chats.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { appendEvents, byOperator } from './append-events.ts';
import { presentToStaff } from './chat.ts';
import { findReadableChat, type LockedChat, lockChat } from './store.ts';
import { markThrough } from './waiting/offers.ts';

/**
 * The first claim wins: the chat's row is locked, then the operator's, so that neither two operators
 * get one chat nor one operator more than their limit. Claiming one's own chat again changes nothing.
 *
 * @throws no_chat_access, not_found, claimed_by_other, chat_closed, at_limit
 */
export async function claimChat(
  parts: Parts,
  actor: StaffActor,
  chatId: string,
): Promise<StaffChat> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const now = parts.clock.now();

  const events = await parts.database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    if (chat.state === 'active' && chat.ownerId === actor.accountId) return [];

    const queue = await queueOfClaim(sql, actor, chat);
    if (!queue) throw problem('not_found');
    if (chat.state === 'closed') throw problem('chat_closed');
    if (chat.state === 'active')
      throw problem('claimed_by_other', await ownerSentence(sql, chat.ownerId));
    await refuseAtLimit(sql, actor.accountId);

    await sql
      .updateTable('chats')
      .set({
        state: 'active',
        ownerId: actor.accountId,
        queueId: queue.id,
        claimedAt: now,
        firstClaimedAt: chat.firstClaimedAt ?? now,
        nextStepAt: null,
        formOfferAt: null,
        formOffered: false,
      })
      .where('id', '=', chatId)
      .execute();
    if (chat.practisedBy === null) await recordAnswering(sql, actor, chatId, now);
    if (queue.coopId !== null) await markThrough(sql, chatId, queue.coopId);

    const introduction = await introductionFor(sql, chat, actor);
    const body = { queue, ...(introduction && { introduction }) };
    return appendEvents(sql, chat, [{ kind: 'claimed', ...byOperator(actor), body }], now);
  });

  if (events.length > 0) parts.bus.publish('chat', { chatId, events, movesDesks: true });
  const row = await findReadableChat(parts.database.sql, actor, chatId, now);
  if (!row) throw problem('not_found');
  return presentToStaff(row);
}

/**
 * The queue that the claim goes through: one that they are on before others, a local one before a
 * co-op's, the first alerted before the next. A practice is offered to one person, by no queue's operators.
 */
function queueOfClaim(sql: Queries, actor: StaffActor, chat: LockedChat) {
  if (chat.practisedBy !== null) return practiceQueue(sql, actor, chat);
  return sql
    .selectFrom('offers')
    .innerJoin('operatorQueues', 'operatorQueues.queueId', 'offers.queueId')
    .innerJoin('queues', 'queues.id', 'offers.queueId')
    .leftJoin('coops', 'coops.id', 'queues.coopId')
    .where('offers.chatId', '=', chat.id)
    .where('offers.withdrawnAt', 'is', null)
    .where('operatorQueues.accountId', '=', actor.accountId)
    .orderBy('operatorQueues.optedIn', 'desc')
    .orderBy('queues.coopId', (order) => order.asc().nullsFirst())
    .orderBy('offers.since')
    .orderBy('queues.name')
    .select(['queues.id', 'queues.name', 'coops.name as coopName', 'queues.coopId'])
    .executeTakeFirst();
}

async function practiceQueue(sql: Queries, actor: StaffActor, chat: LockedChat) {
  if (chat.practisedBy !== actor.accountId) return undefined;
  const { id, name } = await sql
    .selectFrom('queues')
    .select(['id', 'name'])
    .where('id', '=', chat.queueId)
    .executeTakeFirstOrThrow();
  return { id, name, coopName: null, coopId: null };
}

async function ownerSentence(sql: Queries, ownerId: string | null): Promise<string> {
  const owner = await sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('accounts.id', '=', ownerId)
    .select(['accounts.displayName', 'institutions.name'])
    .executeTakeFirst();
  return owner
    ? `${owner.displayName} at ${owner.name} has this chat.`
    : 'Another operator has this chat.';
}

/** Who answers, and for which institution at this moment: no later move changes it. */
export async function recordAnswering(
  sql: Queries,
  { accountId, institutionId }: StaffActor,
  chatId: string,
  at: Date,
): Promise<void> {
  await sql
    .insertInto('answerings')
    .values({ chatId, accountId, institutionId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function refuseAtLimit(sql: Queries, accountId: string): Promise<void> {
  const { maxChats } = await sql
    .selectFrom('accounts')
    .select('maxChats')
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  // A statement of its own: its snapshot is taken after the lock was had.
  const { open } = await sql
    .selectFrom('chats')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('ownerId', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  if (open >= maxChats)
    throw problem('at_limit', `You have ${open} chats, and ${maxChats} is your limit.`);
}

/** The home library's words about helpers from elsewhere, if it has any and this is one. */
export async function introductionFor(
  sql: Queries,
  chat: { widgetId: string | null; institutionId: string },
  actor: StaffActor,
): Promise<string | undefined> {
  if (chat.institutionId === actor.institutionId) return undefined;
  const widget = await sql
    .selectFrom('widgets')
    .select('texts')
    .where('id', '=', chat.widgetId)
    .executeTakeFirst();
  return widget?.texts['introduction'] || undefined;
}
