import type { Hours } from '#protocol/hours.ts';
import type { Level } from '#protocol/levels.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredCoop, StoredInstitution } from './coop.ts';

/** Those that were not ended, with how many libraries and live accounts they have. */
function coopRows(sql: Queries) {
  return sql
    .selectFrom('coops')
    .where('coops.deletedAt', 'is', null)
    .select(['coops.id', 'coops.name'])
    .select((eb) => [
      eb
        .selectFrom('coopInstitutions')
        .whereRef('coopInstitutions.coopId', '=', 'coops.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('institutionCount'),
      eb
        .selectFrom('coopMemberships')
        .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
        .whereRef('coopMemberships.coopId', '=', 'coops.id')
        .where('accounts.deletedAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('accountCount'),
    ]);
}

export interface JoinedCoop extends StoredCoop {
  /** Null: none. */
  readonly level: Level | null;
}

/** By name; for the owner all, for others those that they have a level in. */
export function listCoops(
  sql: Queries,
  accountId: string,
  options: { readonly all: boolean },
): Promise<JoinedCoop[]> {
  return coopRows(sql)
    .leftJoin('coopMemberships as own', (join) =>
      join.onRef('own.coopId', '=', 'coops.id').on('own.accountId', '=', accountId),
    )
    .select('own.level')
    .$if(!options.all, (query) => query.where('own.level', 'is not', null))
    .orderBy((eb) => eb.fn<string>('lower', ['coops.name']))
    .execute();
}

export function findCoop(sql: Queries, coopId: string): Promise<StoredCoop | undefined> {
  return coopRows(sql).where('coops.id', '=', coopId).executeTakeFirst();
}

/** Locked until the transaction ends: one who changes levels waits here for the other. */
export function lockCoop(
  sql: Queries,
  coopId: string,
): Promise<{ id: string; name: string } | undefined> {
  return sql
    .selectFrom('coops')
    .select(['id', 'name'])
    .where('id', '=', coopId)
    .where('deletedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** By name. */
export function listInstitutions(sql: Queries, coopId: string): Promise<StoredInstitution[]> {
  return sql
    .selectFrom('coopInstitutions')
    .innerJoin('institutions', 'institutions.id', 'coopInstitutions.institutionId')
    .where('coopInstitutions.coopId', '=', coopId)
    .select([
      'institutions.id as institutionId',
      'institutions.name',
      'institutions.code',
      'institutions.timeZone',
      'coopInstitutions.joinedAt',
      'coopInstitutions.coverage',
    ])
    .select((eb) =>
      eb
        .selectFrom('coopMemberships')
        .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
        .where('coopMemberships.coopId', '=', coopId)
        .whereRef('accounts.institutionId', '=', 'institutions.id')
        .where('accounts.deletedAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('accountCount'),
    )
    .orderBy((eb) => eb.fn<string>('lower', ['institutions.name']))
    .execute();
}

export async function insertCoop(
  sql: Queries,
  coop: { readonly id: string; readonly name: string; readonly createdAt: Date },
): Promise<void> {
  await sql.insertInto('coops').values(coop).execute();
}

export async function updateCoop(
  sql: Queries,
  coopId: string,
  change: { readonly name: string } | { readonly deletedAt: Date },
): Promise<void> {
  await sql.updateTable('coops').set(change).where('id', '=', coopId).execute();
}

/** To each id, those that there are. */
export async function namesOfInstitutions(
  sql: Queries,
  institutionIds: readonly string[],
): Promise<Map<string, string>> {
  if (institutionIds.length === 0) return new Map();
  const rows = await sql
    .selectFrom('institutions')
    .select(['id', 'name'])
    .where('id', 'in', [...institutionIds])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One library's place in the co-op; to be asked under the co-op's lock. */
export function findCoopInstitution(
  sql: Queries,
  coopId: string,
  institutionId: string,
): Promise<{ name: string; coverage: Hours | null } | undefined> {
  return sql
    .selectFrom('coopInstitutions')
    .innerJoin('institutions', 'institutions.id', 'coopInstitutions.institutionId')
    .select(['institutions.name', 'coopInstitutions.coverage'])
    .where('coopInstitutions.coopId', '=', coopId)
    .where('coopInstitutions.institutionId', '=', institutionId)
    .executeTakeFirst();
}

export async function insertInstitutions(
  sql: Queries,
  coopId: string,
  institutions: readonly { readonly institutionId: string; readonly coverage: Hours | null }[],
  joinedAt: Date,
): Promise<void> {
  if (institutions.length === 0) return;
  await sql
    .insertInto('coopInstitutions')
    .values(
      institutions.map(({ institutionId, coverage }) => ({
        coopId,
        institutionId,
        coverage: coverage && JSON.stringify(coverage),
        joinedAt,
      })),
    )
    .execute();
}

export async function saveCoverage(
  sql: Queries,
  coopId: string,
  institutionId: string,
  coverage: Hours | null,
): Promise<void> {
  await sql
    .updateTable('coopInstitutions')
    .set({ coverage: coverage && JSON.stringify(coverage) })
    .where('coopId', '=', coopId)
    .where('institutionId', '=', institutionId)
    .execute();
}

/** One of a co-op's libraries, or all of them. */
export async function deleteInstitutions(
  sql: Queries,
  coopId: string,
  institutionId: string | null,
): Promise<void> {
  await sql
    .deleteFrom('coopInstitutions')
    .where('coopId', '=', coopId)
    .$if(institutionId !== null, (query) => query.where('institutionId', '=', institutionId))
    .execute();
}
