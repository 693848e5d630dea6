import { sql as fragment, type RawBuilder } from 'kysely';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { DeletedThing, Kind, StoredThing, Thing } from './thing.ts';

/** Those that the caller can see, by name; of one kind. */
export async function listVisibleThings(
  sql: Queries,
  kind: Kind,
  actor: Acting,
): Promise<StoredThing[]> {
  const { rows } = await fragment<StoredThing>`
    select t.id, t.name, t.institution_id, ${visibleMembers(kind, actor)} as member_ids
    from ${fragment.table(kind.table)} t
    where t.deleted_at is null and ${isVisible(kind, actor)}
    order by lower(t.name), t.id
  `.execute(sql);
  return rows;
}

export async function findVisibleThing(
  sql: Queries,
  kind: Kind,
  actor: Acting,
  id: string,
): Promise<StoredThing | undefined> {
  const { rows } = await fragment<StoredThing>`
    select t.id, t.name, t.institution_id, ${visibleMembers(kind, actor)} as member_ids
    from ${fragment.table(kind.table)} t
    where t.id = ${id} and t.deleted_at is null and ${isVisible(kind, actor)}
  `.execute(sql);
  return rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockVisibleThing(
  sql: Queries,
  kind: Kind,
  actor: Acting,
  id: string,
): Promise<Thing | undefined> {
  const { rows } = await fragment<Thing>`
    select t.id, t.name, t.institution_id
    from ${fragment.table(kind.table)} t
    where t.id = ${id} and t.deleted_at is null and ${isVisible(kind, actor)}
    for no key update
  `.execute(sql);
  return rows[0];
}

/** Deleted ones that the caller looked after, newest first; of those deleted after `since`. */
export async function listDeletedThings(
  sql: Queries,
  kind: Kind,
  actor: Acting,
  since: Date,
): Promise<DeletedThing[]> {
  const { rows } = await fragment<DeletedThing>`
    select t.id, t.name, t.institution_id, t.deleted_at
    from ${fragment.table(kind.table)} t
    where t.deleted_at > ${since} and ${isLookedAfter(actor)}
    order by t.deleted_at desc, t.id
  `.execute(sql);
  return rows;
}

/** One of these, locked until the transaction ends. */
export async function lockDeletedThing(
  sql: Queries,
  kind: Kind,
  actor: Acting,
  id: string,
  since: Date,
): Promise<DeletedThing | undefined> {
  const { rows } = await fragment<DeletedThing>`
    select t.id, t.name, t.institution_id, t.deleted_at
    from ${fragment.table(kind.table)} t
    where t.id = ${id} and t.deleted_at > ${since} and ${isLookedAfter(actor)}
    for no key update
  `.execute(sql);
  return rows[0];
}

export async function insertThing(
  sql: Queries,
  { table }: Kind,
  thing: Thing & { readonly createdAt: Date },
): Promise<void> {
  await sql.insertInto(table).values(thing).execute();
}

export async function updateThing(
  sql: Queries,
  { table }: Kind,
  id: string,
  change: { readonly name: string } | { readonly deletedAt: Date | null },
): Promise<void> {
  await sql.updateTable(table).set(change).where('id', '=', id).execute();
}

/** With all that belongs to them. */
export async function deleteThingsBefore(
  sql: Queries,
  { table }: Kind,
  instant: Date,
): Promise<void> {
  await sql.deleteFrom(table).where('deletedAt', '<=', instant).execute();
}

export async function insertMembers(
  sql: Queries,
  { members, column }: Kind,
  id: string,
  accountIds: readonly string[],
): Promise<void> {
  await fragment`
    insert into ${fragment.table(members)} (${fragment.ref(column)}, account_id)
    select ${id}, unnest(${accountIds}::uuid[])
  `.execute(sql);
}

/** Those of the caller's institution, the consortium's, and those given to the caller; for the owner, all. */
function isVisible({ members, column }: Kind, actor: Acting): RawBuilder<boolean> {
  if (actor.role === 'owner') return fragment`true`;
  return fragment`(t.institution_id is null or t.institution_id = ${actor.institutionId}
    or exists (select from ${fragment.table(members)} m
      where m.${fragment.ref(column)} = t.id and m.account_id = ${actor.accountId}))`;
}

/** As `mayEditThing` has it. */
function isLookedAfter(actor: Acting): RawBuilder<boolean> {
  if (actor.role === 'owner') return fragment`true`;
  return fragment`(${actor.role === 'admin'} and t.institution_id = ${actor.institutionId})`;
}

/** Who has it from another institution is nobody's to see but the owner's. */
function visibleMembers({ members, column }: Kind, actor: Acting): RawBuilder<string[]> {
  const isSeen =
    actor.role === 'owner' ? fragment`true` : fragment`a.institution_id = ${actor.institutionId}`;
  return fragment`array(
    select a.id from ${fragment.table(members)} m join accounts a on a.id = m.account_id
    where m.${fragment.ref(column)} = t.id and a.deleted_at is null and ${isSeen}
    order by a.id
  )`;
}
