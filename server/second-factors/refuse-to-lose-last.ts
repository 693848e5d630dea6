import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { countFactors } from './store.ts';

/**
 * To be asked after one was deleted, in the same transaction.
 *
 * @throws conflict when none is left and the institution requires one
 */
export async function refuseToLoseLast(sql: Queries, accountId: string): Promise<void> {
  // One's own factors, removed at the same moment in two windows, are looked at one after the other.
  await sql.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute();
  const { required, totp, passkeys } = await countFactors(sql, accountId);
  if (!required || totp || passkeys > 0) return;
  throw problem(
    'conflict',
    'Your institution requires a second factor. Add another before you remove this one.',
  );
}
