import type { Institution } from '#protocol/institutions.ts';
import type { Language } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';

/** `only`: the one institution that the caller belongs to; null for the owner, who sees all. */
export async function listInstitutions(sql: Queries, only: string | null): Promise<Institution[]> {
  const rows = await sql
    .selectFrom('institutions')
    .select(['id', 'code', 'name', 'timeZone', 'languages', 'secondFactorRequired'])
    .$if(only !== null, (query) => query.where('id', '=', only))
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, languages: row.languages as Language[] }));
}

/** Locked until the transaction ends. */
export async function findInstitution(sql: Queries, id: string): Promise<Institution | undefined> {
  const row = await sql
    .selectFrom('institutions')
    .select(['id', 'code', 'name', 'timeZone', 'languages', 'secondFactorRequired'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && { ...row, languages: row.languages as Language[] };
}

export async function saveSecondFactorRequired(
  sql: Queries,
  id: string,
  secondFactorRequired: boolean,
): Promise<void> {
  await sql
    .updateTable('institutions')
    .set({ secondFactorRequired })
    .where('id', '=', id)
    .execute();
}

export interface NewInstitution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly languages: Language[];
  readonly createdAt: Date;
}

export async function insertInstitution(sql: Queries, institution: NewInstitution): Promise<void> {
  await sql.insertInto('institutions').values(institution).execute();
}

export async function isInstitution(sql: Queries, institutionId: string): Promise<boolean> {
  const row = await sql
    .selectFrom('institutions')
    .select('id')
    .where('id', '=', institutionId)
    .executeTakeFirst();
  return row !== undefined;
}
