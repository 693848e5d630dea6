import { sql as fragment } from 'kysely';
import type { Queries } from '../../server/platform/database/index.ts';
import { newId } from '../../server/platform/ids.ts';
import type { SeedPlan } from './plan.ts';

/** One statement a table, whatever the numbers. Nobody of the plan can sign in: they have no passwords. */
export async function insertSeed(sql: Queries, plan: SeedPlan, createdAt: Date): Promise<void> {
  await fragment`
    insert into institutions (id, code, name, time_zone, languages, created_at)
    select id, code, name, 'Etc/UTC', '{en}', ${createdAt}
    from jsonb_to_recordset(${JSON.stringify(plan.libraries)}::jsonb) as (id uuid, code text, name text)
  `.execute(sql);
  await fragment`
    insert into queues (id, name, kind, institution_id, created_at)
    select id, name, kind, "institutionId", ${createdAt}
    from jsonb_to_recordset(${JSON.stringify(plan.queues)}::jsonb)
      as (id uuid, name text, kind text, "institutionId" uuid)
  `.execute(sql);
  await fragment`
    insert into accounts (id, institution_id, username, display_name, email, role, chat_access,
      last_sign_in_at, created_at)
    select id, "institutionId", username, "displayName", email, role, "chatAccess",
      "lastSignInAt", ${createdAt}
    from jsonb_to_recordset(${JSON.stringify(plan.accounts)}::jsonb)
      as (id uuid, "institutionId" uuid, username text, "displayName" text, email text, role text,
        "chatAccess" boolean, "lastSignInAt" timestamptz)
  `.execute(sql);
  await fragment`
    insert into assignments (queue_id, account_id, opted_in)
    select "queueId", "accountId", true
    from jsonb_to_recordset(${JSON.stringify(plan.assignments)}::jsonb)
      as ("queueId" uuid, "accountId" uuid)
  `.execute(sql);
  await insertCoop(sql, plan, createdAt);
  await insertShared(sql, 'pools', 'Canned messages', plan, createdAt);
  await insertShared(sql, 'rooms', 'Staff room', plan, createdAt);
  // New tables are not known to the planner before it has looked at them.
  await fragment`analyze institutions, queues, accounts, assignments, coops, coop_institutions,
    coop_memberships`.execute(sql);
}

async function insertCoop(
  sql: Queries,
  { coop, libraries }: SeedPlan,
  createdAt: Date,
): Promise<void> {
  await sql.insertInto('coops').values({ id: coop.id, name: coop.name, createdAt }).execute();
  await sql
    .insertInto('coopInstitutions')
    .values(
      libraries.map(({ id }) => ({ coopId: coop.id, institutionId: id, joinedAt: createdAt })),
    )
    .execute();
  const queue = { coopId: coop.id, kind: 'chat' as const, createdAt };
  await sql
    .insertInto('queues')
    .values(coop.queues.map((named) => ({ ...queue, ...named })))
    .execute();
  await fragment`
    insert into coop_memberships (coop_id, account_id, level, added_at)
    select ${coop.id}::uuid, "accountId", level, ${createdAt}
    from jsonb_to_recordset(${JSON.stringify(coop.members)}::jsonb)
      as ("accountId" uuid, level text)
  `.execute(sql);
}

/** One pool or room for each library, with everybody of the library in it. */
async function insertShared(
  sql: Queries,
  things: 'pools' | 'rooms',
  name: string,
  { libraries }: SeedPlan,
  createdAt: Date,
): Promise<void> {
  const rows = libraries.map((library) => ({ id: newId(), institutionId: library.id }));
  const members = fragment.table(things === 'pools' ? 'pool_members' : 'room_members');
  const column = fragment.ref(things === 'pools' ? 'pool_id' : 'room_id');
  await fragment`
    with made as (
      insert into ${fragment.table(things)} (id, name, institution_id, created_at)
      select id, ${name}, "institutionId", ${createdAt}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, "institutionId" uuid)
      returning id, institution_id
    )
    insert into ${members} (${column}, account_id)
    select made.id, a.id from made join accounts a on a.institution_id = made.institution_id
  `.execute(sql);
}
