import { sql as fragment } from 'kysely';
import type { CannedMessage } from '#protocol/canned-messages.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { deleteThingsBefore, insertMembers, insertThing, POOL } from '../shared-things/index.ts';

export interface NewPool {
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
  readonly messages: readonly Pick<CannedMessage, 'title' | 'text'>[];
  readonly memberIds: readonly string[];
  readonly createdAt: Date;
}

export async function insertPool(
  sql: Queries,
  { messages, memberIds, ...pool }: NewPool,
): Promise<void> {
  const poolId = newId();
  await insertThing(sql, POOL, { id: poolId, ...pool });
  for (const message of messages) await insertMessage(sql, { id: newId(), poolId, ...message });
  await insertMembers(sql, POOL, poolId, memberIds);
}

/** Those deleted before; nobody can restore them. */
export function deletePoolsBefore(sql: Queries, instant: Date): Promise<void> {
  return deleteThingsBefore(sql, POOL, instant);
}

/** To each pool that has any, how many. */
export async function countMessages(
  sql: Queries,
  poolIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await fragment<{ poolId: string; messages: number }>`
    select pool_id, count(*) as messages from pool_messages
    where pool_id = any (${poolIds}::uuid[]) group by pool_id
  `.execute(sql);
  return new Map(rows.map(({ poolId, messages }) => [poolId, messages]));
}

export function listMessages(sql: Queries, poolId: string): Promise<CannedMessage[]> {
  return sql
    .selectFrom('poolMessages')
    .select(['id', 'poolId', 'title', 'text'])
    .where('poolId', '=', poolId)
    .orderBy(({ fn }) => fn('lower', ['title']))
    .orderBy('id')
    .execute();
}

export async function insertMessage(sql: Queries, message: CannedMessage): Promise<void> {
  await sql.insertInto('poolMessages').values(message).execute();
}

/** Of that pool, locked until the transaction ends. */
export function lockMessage(
  sql: Queries,
  poolId: string,
  messageId: string,
): Promise<CannedMessage | undefined> {
  return sql
    .selectFrom('poolMessages')
    .select(['id', 'poolId', 'title', 'text'])
    .where('id', '=', messageId)
    .where('poolId', '=', poolId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateMessage(sql: Queries, message: CannedMessage): Promise<void> {
  const { id, title, text } = message;
  await sql.updateTable('poolMessages').set({ title, text }).where('id', '=', id).execute();
}

export async function deleteMessage(sql: Queries, messageId: string): Promise<void> {
  await sql.deleteFrom('poolMessages').where('id', '=', messageId).execute();
}

/**
 * Messages of the account's living pools with all the words, in whatever case: first those whose
 * title begins with what was typed, then those whose title contains it, then by title.
 */
export async function searchMessages(
  sql: Queries,
  accountId: string,
  typed: string,
  limit: number,
): Promise<CannedMessage[]> {
  const whole = typed.trim();
  const words = whole.split(/\s+/).map((word) => `%${escapeLike(word)}%`);
  const { rows } = await fragment<CannedMessage>`
    select m.id, m.pool_id, m.title, m.text
    from pool_members me
    join pools p on p.id = me.pool_id and p.deleted_at is null
    join pool_messages m on m.pool_id = p.id
    where me.account_id = ${accountId}
      and lower(m.title || chr(10) || m.text) like all (
        select lower(word) from unnest(${words}::text[]) as word)
    order by
      case
        when lower(m.title) like lower(${`${escapeLike(whole)}%`}) then 0
        when lower(m.title) like lower(${`%${escapeLike(whole)}%`}) then 1
        else 2
      end,
      lower(m.title), m.id
    limit ${limit}
  `.execute(sql);
  return rows;
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, '\\$&');
}
