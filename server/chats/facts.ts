import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { ChatFacts, Reader } from './who-may.ts';

/** What `mayReadChat` asks of a chat. */
export async function readFacts(sql: Queries, chatId: string): Promise<ChatFacts | undefined> {
  const row = await sql
    .selectFrom('chats')
    .leftJoin('transfers', 'transfers.chatId', 'chats.id')
    .where('id', '=', chatId)
    .select(['state', 'institutionId', 'ownerId', 'guestIds', 'practisedBy'])
    .select('transfers.toId as transferTo')
    .select([
      fragment<string[]>`array(select queue_id from offers where chat_id = chats.id)`.as(
        'offeredTo',
      ),
      fragment<string[]>`array(
        select queue_id from offers where chat_id = chats.id and withdrawn_at is null
      )`.as('ringsAt'),
      fragment<
        string[]
      >`array(select coop_id from coop_chats where chat_id = chats.id and through)`.as('coopIds'),
      fragment<string[]>`array(select account_id from answerings where chat_id = chats.id)`.as(
        'answeredBy',
      ),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { offeredTo, ringsAt, coopIds, answeredBy, ...rest } = row;
  return {
    ...rest,
    offeredTo: new Set(offeredTo),
    ringsAt: new Set(ringsAt),
    coopIds: new Set(coopIds),
    answeredBy: new Set(answeredBy),
  };
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
  const coops = await sql
    .selectFrom('heldLevels')
    .innerJoin('coops', 'coops.id', 'heldLevels.coopId')
    .select(['coops.id', 'coops.name', 'heldLevels.level'])
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
    coops: new Map(coops.map(({ id, ...held }) => [id, held])),
  };
}
