import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';

/** One row that whoever changes roles, deletes or restores waits at: it happens rarely enough. */
export async function lockRoles(sql: Queries): Promise<void> {
  await sql.selectFrom('installation').select('singleton').forUpdate().execute();
}

export function findActor(sql: Queries, accountId: string): Promise<Acting | undefined> {
  return sql
    .selectFrom('accounts')
    .select(['id as accountId', 'institutionId', 'role'])
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

export async function hasOwner(sql: Queries): Promise<boolean> {
  const row = await sql
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'owner')
    .where('deletedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of those given, the institutions that have no admin. */
export function institutionsWithoutAdmin(
  sql: Queries,
  institutionIds: readonly string[],
): Promise<{ name: string }[]> {
  if (institutionIds.length === 0) return Promise.resolve([]);
  return sql
    .selectFrom('institutions')
    .select('name')
    .where('id', 'in', [...institutionIds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('accounts')
            .select('accounts.id')
            .whereRef('accounts.institutionId', '=', 'institutions.id')
            .where('accounts.role', '=', 'admin')
            .where('accounts.deletedAt', 'is', null),
        ),
      ),
    )
    .orderBy('name')
    .execute();
}
