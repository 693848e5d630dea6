import type { Queries } from '../platform/database/index.ts';

/** A live account, held where it is until the transaction ends: it may be moving elsewhere. */
export function findCandidate(
  sql: Queries,
  accountId: string,
): Promise<{ accountId: string; username: string; institutionId: string } | undefined> {
  return sql
    .selectFrom('accounts')
    .select(['id as accountId', 'username', 'institutionId'])
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
}
