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

/** The levels that open something to an account. */
export function listHeldLevels(sql: Queries, accountId: string): Promise<HeldLevel[]> {
  return sql
    .selectFrom('heldLevels')
    .select(['coopId', 'level'])
    .where('accountId', '=', accountId)
    .execute();
}
