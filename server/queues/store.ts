import type { OwnedQueue, Queue } from '#protocol/queues.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';

/** By name. */
export function listVisibleQueues(sql: Queries, actor: Acting): Promise<OwnedQueue[]> {
  return sql
    .selectFrom(visibleQueues(sql, actor).as('queues'))
    .leftJoin('institutions', 'institutions.id', 'queues.institutionId')
    .leftJoin('coops', 'coops.id', 'queues.coopId')
    .selectAll('queues')
    .select((eb) =>
      eb.fn.coalesce('institutions.name', 'coops.name').$castTo<string>().as('ownerName'),
    )
    .orderBy('queues.name')
    .execute();
}

/**
 * The queues that an account can see: all for the owner, else those of its institution, those of
 * co-ops that its institution belongs to, and those that it staffs.
 */
export function visibleQueues(sql: Queries, actor: Acting) {
  return sql
    .selectFrom('queues')
    .select(['id', 'name', 'kind', 'institutionId', 'coopId'])
    .where('deletedAt', 'is', null)
    .$if(actor.role !== 'owner', (query) =>
      query.where((eb) =>
        eb.or([
          eb('institutionId', '=', actor.institutionId),
          eb(
            'coopId',
            'in',
            eb
              .selectFrom('coopInstitutions')
              .select('coopId')
              .where('institutionId', '=', actor.institutionId),
          ),
          eb(
            'id',
            'in',
            eb
              .selectFrom('operatorQueues')
              .select('queueId')
              .where('accountId', '=', actor.accountId),
          ),
        ]),
      ),
    );
}

/** One row for each queue that the account may staff. */
export interface StaffedQueue extends Queue {
  readonly accountId: string;
  readonly ownerName: string;
  readonly optedIn: boolean;
}

export function staffedQueues(
  sql: Queries,
  accountIds: readonly string[],
): Promise<StaffedQueue[]> {
  return (
    sql
      .selectFrom('operatorQueues')
      .innerJoin('queues', 'queues.id', 'operatorQueues.queueId')
      .leftJoin('institutions', 'institutions.id', 'queues.institutionId')
      .leftJoin('coops', 'coops.id', 'queues.coopId')
      .where('operatorQueues.accountId', 'in', accountIds.length > 0 ? [...accountIds] : [NOBODY])
      .select([
        'operatorQueues.accountId',
        'operatorQueues.optedIn',
        'queues.id',
        'queues.name',
        'queues.kind',
        'queues.institutionId',
        'queues.coopId',
      ])
      .select((eb) =>
        eb.fn.coalesce('institutions.name', 'coops.name').$castTo<string>().as('ownerName'),
      )
      // Local queues first, then each co-op's.
      .orderBy('queues.coopId', (order) => order.asc().nullsFirst())
      .orderBy('queues.name')
      .execute()
  );
}

/** The nil UUID: `in ()` is no SQL. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Sets the switch where the account may staff the queue; answers whether it may. */
export async function saveOptIn(
  sql: Queries,
  choice: { accountId: string; queueId: string; optedIn: boolean },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('assignments')
    .columns(['queueId', 'accountId', 'optedIn'])
    .expression((eb) =>
      eb
        .selectFrom('operatorQueues')
        .select(['queueId', 'accountId', eb.val(choice.optedIn).as('optedIn')])
        .where('accountId', '=', choice.accountId)
        .where('queueId', '=', choice.queueId),
    )
    .onConflict((conflict) =>
      conflict.columns(['queueId', 'accountId']).doUpdateSet({ optedIn: choice.optedIn }),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface NewQueue {
  readonly id: string;
  readonly name: string;
  readonly kind: Queue['kind'];
  readonly institutionId: string | null;
  readonly coopId: string | null;
  readonly createdAt: Date;
}

export async function insertQueue(sql: Queries, queue: NewQueue): Promise<void> {
  await sql.insertInto('queues').values(queue).execute();
}

export async function insertAssignment(
  sql: Queries,
  assignment: { queueId: string; accountId: string; optedIn: boolean },
): Promise<void> {
  await sql.insertInto('assignments').values(assignment).execute();
}

/** Locked until the transaction ends, so that it is not ended meanwhile; answers whether there is one. */
export async function lockLiveCoop(sql: Queries, coopId: string): Promise<boolean> {
  const row = await sql
    .selectFrom('coops')
    .select('id')
    .where('id', '=', coopId)
    .where('deletedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** By name. */
export function listCoopQueues(
  sql: Queries,
  coopId: string,
): Promise<{ id: string; name: string }[]> {
  return sql
    .selectFrom('queues')
    .select(['id', 'name'])
    .where('coopId', '=', coopId)
    .where('deletedAt', 'is', null)
    .orderBy((eb) => eb.fn<string>('lower', ['name']))
    .execute();
}

export async function deleteCoopQueues(
  sql: Queries,
  coopId: string,
  deletedAt: Date,
): Promise<void> {
  await sql
    .updateTable('queues')
    .set({ deletedAt })
    .where('coopId', '=', coopId)
    .where('deletedAt', 'is', null)
    .execute();
}

/**
 * Of those given, the ids that are live queues of the institution, or of a co-op that it belongs to.
 * Not for practising: no patron is sent there.
 */
export async function existingQueues(
  sql: Queries,
  queueIds: readonly string[],
  institutionId: string,
): Promise<Set<string>> {
  if (queueIds.length === 0) return new Set();
  const rows = await sql
    .selectFrom('queues')
    .select('id')
    .where('id', 'in', [...queueIds])
    .where('deletedAt', 'is', null)
    .where('kind', '!=', 'practice')
    .where((eb) =>
      eb.or([
        eb('institutionId', '=', institutionId),
        eb(
          'coopId',
          'in',
          eb
            .selectFrom('coopInstitutions')
            .select('coopId')
            .where('institutionId', '=', institutionId),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}
