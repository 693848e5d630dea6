import { sql as fragment } from 'kysely';
import type { Queries } from '../../platform/database/index.ts';
import {
  type Assignments,
  addedTo,
  type Kind,
  NO_ASSIGNMENTS,
  type Reassignment,
} from './assignments.ts';

/** The table that holds each kind, the column that names the thing, and the table of the things. */
const TABLES = {
  queueIds: { joining: 'assignments', column: 'queue_id', things: 'queues' },
  poolIds: { joining: 'pool_members', column: 'pool_id', things: 'pools' },
  roomIds: { joining: 'room_members', column: 'room_id', things: 'rooms' },
} as const satisfies Record<Kind, object>;

type Read = Kind | 'optedOutQueueIds';

/** Of all accounts given; what was deleted meanwhile is left out. */
export async function readAssignments(
  sql: Queries,
  accountIds: readonly string[],
): Promise<(accountId: string) => Assignments> {
  const { rows } = await fragment<{ kind: Read; accountId: string; ids: string[] }>`
    select 'queueIds' as kind, a.account_id, array_agg(q.id order by q.id) as ids
    from assignments a join queues q on q.id = a.queue_id
    where a.account_id = any (${accountIds}::uuid[])
      and q.institution_id is not null and q.deleted_at is null
    group by a.account_id
    union all
    select 'optedOutQueueIds', a.account_id, array_agg(q.id order by q.id)
    from assignments a join queues q on q.id = a.queue_id
    where a.account_id = any (${accountIds}::uuid[]) and not a.opted_in
      and q.institution_id is not null and q.deleted_at is null
    group by a.account_id
    union all
    select 'poolIds', m.account_id, array_agg(p.id order by p.id)
    from pool_members m join pools p on p.id = m.pool_id and p.deleted_at is null
    where m.account_id = any (${accountIds}::uuid[])
    group by m.account_id
    union all
    select 'roomIds', m.account_id, array_agg(r.id order by r.id)
    from room_members m join rooms r on r.id = m.room_id and r.deleted_at is null
    where m.account_id = any (${accountIds}::uuid[])
    group by m.account_id
  `.execute(sql);
  const found = new Map<string, Assignments>();
  for (const { kind, accountId, ids } of rows)
    found.set(accountId, { ...(found.get(accountId) ?? NO_ASSIGNMENTS), [kind]: ids });
  return (accountId) => found.get(accountId) ?? NO_ASSIGNMENTS;
}

export interface Thing {
  readonly id: string;
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
}

/** Those of the given ids that are there: local queues, pools or rooms. */
export async function findThings(
  sql: Queries,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, Thing>> {
  if (ids.length === 0) return new Map();
  const things = fragment.table(TABLES[kind].things);
  // A co-op's queue is given by a level, and by nobody here.
  const isGiven = kind === 'queueIds' ? fragment`institution_id is not null` : fragment`true`;
  const { rows } = await fragment<Thing>`
    select id, name, institution_id from ${things} 
    where id = any (${ids}::uuid[]) and deleted_at is null and ${isGiven}
  `.execute(sql);
  return new Map(rows.map((thing) => [thing.id, thing]));
}

/** Writes what differs, in two statements a kind. Who is new on a queue is opted in, unless told otherwise. */
export async function saveDifferences(
  sql: Queries,
  kind: Kind,
  changes: readonly Reassignment[],
): Promise<void> {
  const { joining, column } = TABLES[kind];
  const table = fragment.table(joining);
  const thing = fragment.ref(column);
  const gone = pairs(changes, ({ before, after }) => addedTo(after[kind], before[kind]));
  const come = pairs(changes, ({ before, after }) => addedTo(before[kind], after[kind]));
  if (gone.accountIds.length > 0) {
    await fragment`
      delete from ${table} t
      using unnest(${gone.accountIds}::uuid[], ${gone.ids}::uuid[]) as gone (account_id, thing_id)
      where t.account_id = gone.account_id and t.${thing} = gone.thing_id
    `.execute(sql);
  }
  if (come.accountIds.length === 0) return;
  if (kind !== 'queueIds') {
    await fragment`
      insert into ${table} (account_id, ${thing})
      select * from unnest(${come.accountIds}::uuid[], ${come.ids}::uuid[])
      on conflict do nothing
    `.execute(sql);
    return;
  }
  const out = pairs(changes, ({ after }) => [...(after.optedOutQueueIds ?? [])]);
  await fragment`
    insert into assignments (account_id, queue_id, opted_in)
    select come.account_id, come.queue_id, opted_out.queue_id is null
    from unnest(${come.accountIds}::uuid[], ${come.ids}::uuid[]) as come (account_id, queue_id)
    left join unnest(${out.accountIds}::uuid[], ${out.ids}::uuid[]) as opted_out (account_id, queue_id)
      using (account_id, queue_id)
    on conflict do nothing
  `.execute(sql);
}

function pairs(
  changes: readonly Reassignment[],
  idsOf: (change: Reassignment) => string[],
): { accountIds: string[]; ids: string[] } {
  const all = changes.flatMap((change) =>
    idsOf(change).map((id) => ({ id, accountId: change.accountId })),
  );
  return { accountIds: all.map(({ accountId }) => accountId), ids: all.map(({ id }) => id) };
}
