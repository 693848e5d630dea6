import { hasSecondFactor } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';

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
