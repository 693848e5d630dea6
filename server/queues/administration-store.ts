import { sql as fragment } from 'kysely';
import type { Queue } from '#protocol/queues.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { visibleQueues } from './store.ts';

export interface DeletedQueue extends Queue {
  readonly deletedAt: Date;
}

export function findVisibleQueue(
  sql: Queries,
  actor: Acting,
  queueId: string,
): Promise<Queue | undefined> {
  return visibleQueues(sql, actor).where('id', '=', queueId).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockVisibleQueue(
  sql: Queries,
  actor: Acting,
  queueId: string,
): Promise<Queue | undefined> {
  return visibleQueues(sql, actor).where('id', '=', queueId).forNoKeyUpdate().executeTakeFirst();
}

/** Deleted after `since` from what the caller looks after, newest first. */
export function listDeletedQueues(
  sql: Queries,
  actor: Acting,
  since: Date,
): Promise<DeletedQueue[]> {
  return deletedQueues(sql, actor, since)
    .orderBy('deletedAt', 'desc')
    .orderBy('id')
    .$narrowType<{ deletedAt: Date }>()
    .execute();
}

/** One of these, locked until the transaction ends. */
export function lockDeletedQueue(
  sql: Queries,
  actor: Acting,
  queueId: string,
  since: Date,
): Promise<Queue | undefined> {
  return deletedQueues(sql, actor, since)
    .where('id', '=', queueId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** As `mayEditQueue` has it; the owner's are also those of co-ops that were not ended. */
function deletedQueues(sql: Queries, actor: Acting, since: Date) {
  return sql
    .selectFrom('queues')
    .select(['id', 'name', 'kind', 'institutionId', 'coopId', 'deletedAt'])
    .where('deletedAt', '>', since)
    .$if(actor.role !== 'owner', (query) =>
      query.where((eb) =>
        eb.and([eb.val(actor.role === 'admin'), eb('institutionId', '=', actor.institutionId)]),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('institutionId', 'is not', null),
        eb(
          'coopId',
          'in',
          eb.selectFrom('coops').select('coops.id').where('deletedAt', 'is', null),
        ),
      ]),
    );
}

export async function updateQueue(
  sql: Queries,
  queueId: string,
  change: Partial<Pick<Queue, 'name' | 'kind'>> | { readonly deletedAt: Date | null },
): Promise<void> {
  await sql.updateTable('queues').set(change).where('id', '=', queueId).execute();
}

/** Accounts assigned to a local queue that the caller can see: of their institution; for the owner, all. */
export async function visibleOperators(
  sql: Queries,
  actor: Acting,
  queueId: string,
): Promise<string[]> {
  const rows = await sql
    .selectFrom('assignments')
    .innerJoin('accounts', 'accounts.id', 'assignments.accountId')
    .innerJoin('queues', 'queues.id', 'assignments.queueId')
    .select('accounts.id')
    .where('assignments.queueId', '=', queueId)
    .where('queues.institutionId', 'is not', null)
    .where('accounts.deletedAt', 'is', null)
    .$if(actor.role !== 'owner', (query) =>
      query.where('accounts.institutionId', '=', actor.institutionId),
    )
    .orderBy('accounts.id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Everybody who has it before them, or would have it: assigned to it; and of a co-op's, which all with
 * a level there may staff, those who have the desk open.
 */
export async function accountsConcerned(sql: Queries, queueId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('assignments')
    .select('accountId')
    .where('queueId', '=', queueId)
    .union(
      sql
        .selectFrom('operatorQueues')
        .innerJoin('operatorLeases', 'operatorLeases.accountId', 'operatorQueues.accountId')
        .select('operatorQueues.accountId')
        .where('operatorQueues.queueId', '=', queueId),
    )
    .execute();
  return rows.map(({ accountId }) => accountId);
}

/** Of local queues that nobody can restore any more. The queues stay: chats refer to them. */
export async function deleteStaleAssignments(sql: Queries, deletedBefore: Date): Promise<void> {
  await fragment`
    delete from assignments a using queues q
    where q.id = a.queue_id and q.deleted_at <= ${deletedBefore}
  `.execute(sql);
}
