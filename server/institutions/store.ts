import type { Selectable } from 'kysely';
import type { Institution, InstitutionChange } from '#protocol/institutions.ts';
import type { Language } from '#protocol/schemas.ts';
import { hasSecondFactor } from '../accounts/index.ts';
import type { Queries, Schema } from '../platform/database/index.ts';

const COLUMNS = [
  'id',
  'code',
  'name',
  'timeZone',
  'languages',
  'hours',
  'operatorsSee',
  'secondFactorRequired',
] as const satisfies (keyof Schema['institutions'])[];

type Row = Pick<Selectable<Schema['institutions']>, (typeof COLUMNS)[number]>;

function present(row: Row): Institution {
  return { ...row, languages: row.languages as Language[] };
}

/** `only`: the one institution that the caller belongs to; null for the owner, who sees all. */
export async function listInstitutions(sql: Queries, only: string | null): Promise<Institution[]> {
  const rows = await sql
    .selectFrom('institutions')
    .select(COLUMNS)
    .$if(only !== null, (query) => query.where('id', '=', only))
    .orderBy('name')
    .execute();
  return rows.map(present);
}

/** Locked until the transaction ends. */
export async function lockInstitution(sql: Queries, id: string): Promise<Institution | undefined> {
  const row = await sql
    .selectFrom('institutions')
    .select(COLUMNS)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && present(row);
}

export async function updateInstitution(
  sql: Queries,
  id: string,
  { hours, ...fields }: InstitutionChange,
): Promise<void> {
  const change = {
    ...fields,
    ...(hours !== undefined && { hours: hours && JSON.stringify(hours) }),
  };
  if (Object.values(change).every((value) => value === undefined)) return;
  await sql.updateTable('institutions').set(change).where('id', '=', id).execute();
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

/** Accounts of an institution that have no second factor. */
export async function listWithoutFactor(sql: Queries, institutionId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('accounts')
    .select('accounts.id')
    .where('accounts.institutionId', '=', institutionId)
    .where('accounts.deletedAt', 'is', null)
    .where((eb) => eb.not(hasSecondFactor(eb)))
    .execute();
  return rows.map(({ id }) => id);
}

/** Accounts of an institution that have the desk open. */
export async function listAtDesks(sql: Queries, institutionId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('accounts')
    .innerJoin('operatorLeases', 'operatorLeases.accountId', 'accounts.id')
    .select('accounts.id')
    .distinct()
    .where('accounts.institutionId', '=', institutionId)
    .execute();
  return rows.map(({ id }) => id);
}
