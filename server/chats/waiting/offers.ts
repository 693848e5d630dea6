import { sql as fragment } from 'kysely';
import type { Queries } from '../../platform/database/index.ts';

/** Where a chat rings: offers that were not withdrawn. */
export async function readOffers(sql: Queries, chatId: string): Promise<Set<string>> {
  const rows = await sql
    .selectFrom('offers')
    .select('queueId')
    .where('chatId', '=', chatId)
    .where('withdrawnAt', 'is', null)
    .execute();
  return new Set(rows.map(({ queueId }) => queueId));
}

/** Offers a chat to queues, and writes down the co-ops that it came to by them. */
export async function insertOffers(
  sql: Queries,
  chatId: string,
  queueIds: readonly string[],
  since: Date,
): Promise<void> {
  if (queueIds.length === 0) return;
  await sql
    .insertInto('offers')
    .values(queueIds.map((queueId) => ({ chatId, queueId, since })))
    .onConflict((conflict) =>
      conflict.columns(['chatId', 'queueId']).doUpdateSet({ since, withdrawnAt: null }),
    )
    .execute();
  await fragment`
    insert into coop_chats (coop_id, chat_id, opened_at, through)
    select distinct q.coop_id, c.id, c.opened_at, false
    from queues q, chats c
    where q.id = any (${[...queueIds]}::uuid[]) and q.coop_id is not null and c.id = ${chatId}
    on conflict do nothing
  `.execute(sql);
}

export async function withdrawOffers(
  sql: Queries,
  chatId: string,
  queueIds: readonly string[],
  at: Date,
): Promise<void> {
  if (queueIds.length === 0) return;
  await sql
    .updateTable('offers')
    .set({ withdrawnAt: at })
    .where('chatId', '=', chatId)
    .where('queueId', 'in', [...queueIds])
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** The chat was claimed or passed on through the co-op: its levels reach it from now on. */
export async function markThrough(sql: Queries, chatId: string, coopId: string): Promise<void> {
  await fragment`
    insert into coop_chats (coop_id, chat_id, opened_at, through)
    select ${coopId}::uuid, c.id, c.opened_at, true from chats c where c.id = ${chatId}
    on conflict (coop_id, chat_id) do update set through = true
  `.execute(sql);
}

/** By id, in the order of the names. */
export async function queueNames(
  sql: Queries,
  queueIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (queueIds.length === 0) return [];
  return sql
    .selectFrom('queues')
    .select(['id', 'name'])
    .where('id', 'in', [...queueIds])
    .orderBy('name')
    .execute();
}
