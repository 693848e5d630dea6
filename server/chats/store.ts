import type { Queries } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { ChatRow } from './chat.ts';
import { readableBy } from './readable.ts';

/** Chats with the names that go with them; callers narrow it down. */
export function chatRows(sql: Queries, now: Date) {
  return (
    sql
      .selectFrom('chats')
      .innerJoin('institutions', 'institutions.id', 'chats.institutionId')
      .innerJoin('queues', 'queues.id', 'chats.queueId')
      .leftJoin('coops', 'coops.id', 'queues.coopId')
      .leftJoin('accounts as owners', 'owners.id', 'chats.ownerId')
      .leftJoin('resolutions', 'resolutions.chatId', 'chats.id')
      // One that a closing has overtaken stands for nothing any more.
      .leftJoin('transfers', (join) =>
        join.onRef('transfers.chatId', '=', 'chats.id').on('chats.state', '=', 'active'),
      )
      .leftJoin('accounts as receivers', 'receivers.id', 'transfers.toId')
      .leftJoin('accounts as senders', 'senders.id', 'transfers.fromId')
      .select([
        'chats.id',
        'chats.state',
        'chats.lastSeq',
        'chats.lastPatronSeq',
        'chats.openedAt',
        'chats.waitingSince',
        'chats.firstClaimedAt',
        'chats.claimedAt',
        'chats.closedAt',
        'chats.institutionId',
        'institutions.name as institutionName',
        'chats.queueId',
        'queues.name as queueName',
        'coops.name as coopName',
        'chats.ownerId',
        'owners.displayName as ownerName',
        'chats.guestTag',
        'chats.patronName',
        'chats.patronEmail',
        'chats.language',
        'chats.question',
        'chats.pageUrl',
        'chats.pageTitle',
        'chats.formOffered',
        'transfers.toId as transferToId',
        'receivers.displayName as transferToName',
        'transfers.fromId as transferFromId',
        'senders.displayName as transferFromName',
        'transfers.note as transferNote',
        'transfers.offeredAt as transferAt',
        'chats.practisedBy',
        'resolutions.resolution',
      ])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('patronLeases')
              .select('connectionId')
              .whereRef('patronLeases.chatId', '=', 'chats.id')
              .where('patronLeases.expiresAt', '>', now),
          )
          .$castTo<boolean>()
          .as('patronHere'),
      )
  );
}

/** Undefined when there is none, and just so when the actor may not read it. */
export function findReadableChat(
  sql: Queries,
  actor: StaffActor,
  chatId: string,
  now: Date,
): Promise<ChatRow | undefined> {
  return chatRows(sql, now)
    .where('chats.id', '=', chatId)
    .where(readableBy(actor))
    .executeTakeFirst();
}

export function findChat(sql: Queries, chatId: string, now: Date): Promise<ChatRow | undefined> {
  return chatRows(sql, now).where('chats.id', '=', chatId).executeTakeFirst();
}

/** For decisions: the chat's row, locked until the transaction ends. */
export function lockChat(sql: Queries, chatId: string) {
  return sql
    .selectFrom('chats')
    .selectAll()
    .where('id', '=', chatId)
    .forUpdate()
    .executeTakeFirst();
}
export type LockedChat = NonNullable<Awaited<ReturnType<typeof lockChat>>>;

/** Events after a number of the reader's audience, in order. */
export async function readEventsAfter(
  sql: Queries,
  chatId: string,
  audience: 'staff' | 'patron',
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  return sql
    .selectFrom('chatEvents')
    .leftJoin('accounts', 'accounts.id', 'chatEvents.actorId')
    .where('chatId', '=', chatId)
    .where(audience === 'staff' ? 'seq' : 'patronSeq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .select([
      'chatId',
      'seq',
      'patronSeq',
      'kind',
      'actorKind',
      'actorId',
      'accounts.displayName as actorName',
      'clientId',
      'text',
      'body',
      'at',
    ])
    .execute();
}
