import { type ExpressionBuilder, sql as fragment } from 'kysely';
import type { Queries, Schema } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { ChatRow } from './chat.ts';
import type { ChatFacts, Reader } from './who-may.ts';

/** Chats with the names that go with them; callers narrow it down. */
export function chatRows(sql: Queries, now: Date) {
  return sql
    .selectFrom('chats')
    .innerJoin('institutions', 'institutions.id', 'chats.institutionId')
    .innerJoin('queues', 'queues.id', 'chats.queueId')
    .leftJoin('coops', 'coops.id', 'queues.coopId')
    .leftJoin('accounts as owners', 'owners.id', 'chats.ownerId')
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
      'chats.practisedBy',
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
    );
}

/** The same rule as `mayReadChat`, as a condition on chats. */
function readableBy(actor: StaffActor) {
  return (eb: ExpressionBuilder<Schema, 'chats'>) => {
    const isOwnPractice = eb('chats.practisedBy', '=', actor.accountId);
    const isReal = eb('chats.practisedBy', 'is', null);
    if (actor.role === 'owner') return eb.or([isReal, isOwnPractice]);
    const offeredToMine = eb.exists(
      eb
        .selectFrom('offers')
        .innerJoin('operatorQueues', 'operatorQueues.queueId', 'offers.queueId')
        .select('offers.queueId')
        .whereRef('offers.chatId', '=', 'chats.id')
        .where('operatorQueues.accountId', '=', actor.accountId),
    );
    const openToOperators = eb.exists(
      eb
        .selectFrom('institutions')
        .select('institutions.id')
        .where('institutions.id', '=', actor.institutionId)
        .whereRef('institutions.id', '=', 'chats.institutionId')
        .where('institutions.operatorsSee', '=', 'queues'),
    );
    const mayReadReal = eb.or([
      ...(actor.role === 'admin' ? [eb('chats.institutionId', '=', actor.institutionId)] : []),
      fragment<boolean>`${actor.accountId} = any (chats.guest_ids)`,
      eb.exists(
        eb
          .selectFrom('answerings')
          .select('answerings.chatId')
          .whereRef('answerings.chatId', '=', 'chats.id')
          .where('answerings.accountId', '=', actor.accountId),
      ),
      eb.and([offeredToMine, eb.or([eb('chats.state', '=', 'waiting'), openToOperators])]),
    ]);
    return eb.or([isOwnPractice, eb.and([isReal, mayReadReal])]);
  };
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

/** What `mayReadChat` asks of a chat. */
export async function readFacts(sql: Queries, chatId: string): Promise<ChatFacts | undefined> {
  const row = await sql
    .selectFrom('chats')
    .select(['state', 'institutionId', 'ownerId', 'guestIds', 'practisedBy'])
    .select(({ selectFrom }) => [
      fragment<
        string[]
      >`array(${selectFrom('offers').select('queueId').where('chatId', '=', chatId)})`.as(
        'offeredTo',
      ),
      fragment<
        string[]
      >`array(${selectFrom('answerings').select('accountId').where('chatId', '=', chatId)})`.as(
        'answeredBy',
      ),
    ])
    .where('id', '=', chatId)
    .executeTakeFirst();
  return row && { ...row, offeredTo: new Set(row.offeredTo), answeredBy: new Set(row.answeredBy) };
}

/** What `mayReadChat` asks of a reader. */
export async function readReader(sql: Queries, actor: StaffActor): Promise<Reader> {
  const { operatorsSee } = await sql
    .selectFrom('institutions')
    .select('operatorsSee')
    .where('id', '=', actor.institutionId)
    .executeTakeFirstOrThrow();
  const queues = await sql
    .selectFrom('operatorQueues')
    .select('queueId')
    .where('accountId', '=', actor.accountId)
    .execute();
  const { accountId, institutionId, role, chatAccess } = actor;
  return {
    accountId,
    institutionId,
    role,
    chatAccess,
    operatorsSee,
    queueIds: new Set(queues.map(({ queueId }) => queueId)),
  };
}
