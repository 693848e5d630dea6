import { sql as fragment } from 'kysely';
import type { OperatorState } from '#protocol/presence.ts';
import type { Queries } from '../platform/database/index.ts';

/** Renews the lease of a page, or begins it. Answers whether it is the account's own. */
export async function upsertLease(
  sql: Queries,
  lease: { pageId: string; accountId: string; expiresAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('operatorLeases')
    .values(lease)
    .onConflict((conflict) =>
      conflict
        .column('pageId')
        .doUpdateSet({ expiresAt: lease.expiresAt })
        // A page id that somebody else made up again does not touch the first one's lease.
        .where('operatorLeases.accountId', '=', lease.accountId),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Renews the leases of many pages at once: to each page id its new end. */
export async function extendLeases(sql: Queries, ends: ReadonlyMap<string, Date>): Promise<void> {
  if (ends.size === 0) return;
  await fragment`
    update operator_leases l set expires_at = e.expires_at
    from unnest(${[...ends.keys()]}::uuid[], ${[...ends.values()]}::timestamptz[]) as e (page_id, expires_at)
    where l.page_id = e.page_id
  `.execute(sql);
}

/** Shortens a lease; never lengthens one. */
export async function shortenLease(
  sql: Queries,
  { pageId, accountId }: { pageId: string; accountId: string },
  expiresAt: Date,
): Promise<void> {
  await sql
    .updateTable('operatorLeases')
    .set({ expiresAt })
    .where('pageId', '=', pageId)
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', expiresAt)
    .execute();
}

/** Accounts of which a lease ran out in (after, until]. */
export async function lapsedBetween(sql: Queries, after: Date, until: Date): Promise<string[]> {
  const rows = await sql
    .selectFrom('operatorLeases')
    .select('accountId')
    .distinct()
    .where('expiresAt', '>', after)
    .where('expiresAt', '<=', until)
    .execute();
  return rows.map((row) => row.accountId);
}

export async function deleteLeasesBefore(sql: Queries, instant: Date): Promise<void> {
  await sql.deleteFrom('operatorLeases').where('expiresAt', '<', instant).execute();
}

/** Makes the row of an operator at the first visit; later visits leave the chosen state. */
export async function ensureOperator(sql: Queries, accountId: string, now: Date): Promise<void> {
  await sql
    .insertInto('operators')
    .values({ accountId, state: 'available', chosenAt: now })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute();
}

export async function saveState(
  sql: Queries,
  accountId: string,
  state: OperatorState,
  now: Date,
): Promise<void> {
  await sql
    .insertInto('operators')
    .values({ accountId, state, chosenAt: now })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ state, chosenAt: now }))
    .execute();
}

/** Answers the limit until now. */
export async function saveLimit(
  sql: Queries,
  accountId: string,
  maxChats: number,
): Promise<number> {
  const before = await sql
    .selectFrom('accounts')
    .select('maxChats')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await sql.updateTable('accounts').set({ maxChats }).where('id', '=', accountId).execute();
  return before.maxChats;
}

/** One row for each operator with a live lease. */
export interface LiveOperator {
  readonly accountId: string;
  readonly state: OperatorState;
  readonly openChats: number;
  readonly maxChats: number;
}

function liveOperators(sql: Queries, now: Date) {
  return sql
    .selectFrom('operators')
    .innerJoin('accounts', 'accounts.id', 'operators.accountId')
    .where('accounts.chatAccess', '=', true)
    .where('accounts.deletedAt', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('operatorLeases')
          .select('pageId')
          .whereRef('operatorLeases.accountId', '=', 'operators.accountId')
          .where('expiresAt', '>', now),
      ),
    )
    .select(['operators.accountId', 'operators.state', 'accounts.maxChats'])
    .select((eb) =>
      eb
        .selectFrom('chats')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('ownerId', '=', 'operators.accountId')
        .where('chats.state', '=', 'active')
        .as('openChats'),
    );
}

export async function readLiveOperators(sql: Queries, now: Date): Promise<LiveOperator[]> {
  const rows = await liveOperators(sql, now).execute();
  return rows.map((row) => ({ ...row, openChats: Number(row.openChats) }));
}

export interface QueuePresence {
  readonly queueId: string;
  /** Operators who would be offered a chat now. */
  readonly operatorsOn: number;
  /** Opted-in operators at the desk, in whatever state that patrons may know of. */
  readonly operatorsThere: number;
}

/** Queues with anybody at all there; the others are offline. */
export async function readQueuePresence(sql: Queries, now: Date): Promise<QueuePresence[]> {
  const rows = await sql
    .with('live', () => liveOperators(sql, now))
    .selectFrom('live')
    .innerJoin('operatorQueues', 'operatorQueues.accountId', 'live.accountId')
    .where('operatorQueues.optedIn', '=', true)
    .groupBy('operatorQueues.queueId')
    .select('operatorQueues.queueId')
    .select(({ fn }) => [
      fn
        .count<number>('live.accountId')
        .filterWhere((eb) =>
          eb('live.state', '=', 'available').and('openChats', '<', eb.ref('maxChats')),
        )
        .as('operatorsOn'),
      fn
        .count<number>('live.accountId')
        .filterWhere('live.state', '!=', 'invisible')
        .as('operatorsThere'),
    ])
    .execute();
  return rows.map((row) => ({
    queueId: row.queueId,
    operatorsOn: Number(row.operatorsOn),
    operatorsThere: Number(row.operatorsThere),
  }));
}

export async function readOwnPresence(sql: Queries, accountId: string) {
  const row = await sql
    .selectFrom('accounts')
    .leftJoin('operators', 'operators.accountId', 'accounts.id')
    .where('accounts.id', '=', accountId)
    .select(['operators.state', 'accounts.maxChats'])
    .select((eb) =>
      eb
        .selectFrom('chats')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('ownerId', '=', accountId)
        .where('chats.state', '=', 'active')
        .as('openChats'),
    )
    .executeTakeFirstOrThrow();
  return {
    state: row.state ?? ('available' as const),
    maxChats: row.maxChats,
    openChats: Number(row.openChats),
  };
}

/** Who is at the desk and opted in, by queue; queues with nobody are left out. */
export async function readStaffing(
  sql: Queries,
  now: Date,
): Promise<Map<string, Omit<LiveOperator, 'accountId'>[]>> {
  const rows = await sql
    .with('live', () => liveOperators(sql, now))
    .selectFrom('live')
    .innerJoin('operatorQueues', 'operatorQueues.accountId', 'live.accountId')
    .where('operatorQueues.optedIn', '=', true)
    .select(['operatorQueues.queueId', 'live.state', 'live.maxChats', 'live.openChats'])
    .execute();
  const byQueue = new Map<string, Omit<LiveOperator, 'accountId'>[]>();
  for (const { queueId, state, maxChats, openChats } of rows) {
    const there = byQueue.get(queueId) ?? [];
    there.push({ state, maxChats, openChats: Number(openChats) });
    byQueue.set(queueId, there);
  }
  return byQueue;
}
