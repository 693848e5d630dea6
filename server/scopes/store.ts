import type { Queries } from '../platform/database/index.ts';
import type { HeldLevel } from './reach.ts';

/** What operators of an institution may read of its patrons' chats; undefined: there is no such one. */
export async function findOperatorsSee(
  sql: Queries,
  institutionId: string,
): Promise<'queues' | 'own' | undefined> {
  const row = await sql
    .selectFrom('institutions')
    .select('operatorsSee')
    .where('id', '=', institutionId)
    .executeTakeFirst();
  return row?.operatorsSee;
}

export async function readTimeZone(sql: Queries, institutionId: string): Promise<string> {
  const { timeZone } = await sql
    .selectFrom('institutions')
    .select('timeZone')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return timeZone;
}

/** The levels that hold: of living co-ops that the account's institution belongs to, with chat access. */
export function listHeldLevels(sql: Queries, accountId: string): Promise<HeldLevel[]> {
  return sql
    .selectFrom('coopMemberships')
    .innerJoin('coops', 'coops.id', 'coopMemberships.coopId')
    .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
    .innerJoin('coopInstitutions', (join) =>
      join
        .onRef('coopInstitutions.coopId', '=', 'coopMemberships.coopId')
        .onRef('coopInstitutions.institutionId', '=', 'accounts.institutionId'),
    )
    .where('coopMemberships.accountId', '=', accountId)
    .where('coops.deletedAt', 'is', null)
    .where('accounts.chatAccess', '=', true)
    .where('accounts.deletedAt', 'is', null)
    .select(['coopMemberships.coopId', 'coopMemberships.level'])
    .execute();
}
