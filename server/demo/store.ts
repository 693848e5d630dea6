import type { Insertable } from 'kysely';
import type { Queries, Schema } from '../platform/database/index.ts';

export async function listInstitutionIds(sql: Queries): Promise<string[]> {
  const rows = await sql.selectFrom('institutions').select('id').execute();
  return rows.map((row) => row.id);
}

export async function findAccountId(sql: Queries, username: string): Promise<string> {
  const { id } = await sql
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertCoop(
  sql: Queries,
  coop: { id: string; name: string; createdAt: Date },
): Promise<void> {
  await sql.insertInto('coops').values(coop).execute();
}

export async function insertCoopInstitution(
  sql: Queries,
  joining: Insertable<Schema['coopInstitutions']>,
): Promise<void> {
  await sql.insertInto('coopInstitutions').values(joining).execute();
}

export async function insertMembership(
  sql: Queries,
  membership: Insertable<Schema['coopMemberships']>,
): Promise<void> {
  await sql.insertInto('coopMemberships').values(membership).execute();
}
