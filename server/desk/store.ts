import { sql as fragment } from 'kysely';
import { type ChatRow, chatRows } from '../chats/index.ts';
import type { Queries } from '../platform/database/index.ts';

/** A chat that waits, or is somebody's, with the queues that it is offered to. */
export interface LiveChat extends ChatRow {
  readonly offers: readonly LiveOffer[];
}

export interface LiveOffer {
  readonly queueId: string;
  readonly queueName: string;
  readonly coopName: string | null;
}

/** What waits at queues of the accounts, what they own, and what they are asked to take; who waits longest first. */
export function readLiveChats(
  sql: Queries,
  accountIds: readonly string[],
  now: Date,
): Promise<LiveChat[]> {
  const accounts = fragment`${[...accountIds]}::uuid[]`;
  return chatRows(sql, now)
    .where('chats.state', '!=', 'closed')
    .where(
      fragment<boolean>`(chats.state = 'active' and (
        chats.owner_id = any (${accounts}) or transfers.to_id = any (${accounts})
      ) or chats.state = 'waiting' and (
        chats.practised_by = any (${accounts}) or chats.id in (
          select w.id
          from chats w join offers o on o.chat_id = w.id and o.withdrawn_at is null
          where w.state = 'waiting' and o.queue_id in (
            select queue_id from operator_queues where account_id = any (${accounts})
          )
        )
      ))`,
    )
    .select(
      fragment<LiveOffer[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'queueId', o.queue_id, 'queueName', q.name, 'coopName', c.name
        ) order by q.coop_id nulls first, o.since, q.name), '[]')
        from offers o join queues q on q.id = o.queue_id left join coops c on c.id = q.coop_id
        where o.chat_id = chats.id and o.withdrawn_at is null
      )`.as('offers'),
    )
    .orderBy('chats.waitingSince')
    .execute();
}

/** Who has those chats now: for the operators that they have vanished from. */
export async function readOwnerNames(
  sql: Queries,
  chatIds: readonly string[],
): Promise<Map<string, string>> {
  if (chatIds.length === 0) return new Map();
  const rows = await sql
    .selectFrom('chats')
    .innerJoin('accounts', 'accounts.id', 'chats.ownerId')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('chats.id', 'in', [...chatIds])
    .where('chats.state', '=', 'active')
    .select(['chats.id', 'accounts.displayName', 'institutions.name as institutionName'])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.displayName} · ${row.institutionName}`]));
}

/** Names of the accounts and of their institutions. */
export async function readPeople(sql: Queries, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  return sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('accounts.id', 'in', [...accountIds])
    .select([
      'accounts.id as accountId',
      'accounts.displayName',
      'accounts.institutionId',
      'institutions.name as institutionName',
    ])
    .orderBy('accounts.displayName')
    .execute();
}

/** Colleagues that were added by hand, whichever of the two was given the other. */
export async function readContactsOf(
  sql: Queries,
  accountIds: readonly string[],
): Promise<(one: string, other: string) => boolean> {
  const { rows } = await fragment<{ accountId: string; contactId: string }>`
    select account_id, contact_id from contacts where account_id = any (${accountIds}::uuid[])
    union all
    select contact_id, account_id from contacts where contact_id = any (${accountIds}::uuid[])
  `.execute(sql);
  const pairs = new Set(rows.map(({ accountId, contactId }) => `${accountId} ${contactId}`));
  return (one, other) => pairs.has(`${one} ${other}`);
}

export async function readPresenceOf(sql: Queries, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  return sql
    .selectFrom('accounts')
    .leftJoin('operators', 'operators.accountId', 'accounts.id')
    .where('accounts.id', 'in', [...accountIds])
    .select(['accounts.id as accountId', 'operators.state', 'accounts.maxChats'])
    .select((eb) =>
      eb
        .selectFrom('chats')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('ownerId', '=', 'accounts.id')
        .where('chats.state', '=', 'active')
        .as('openChats'),
    )
    .execute();
}
