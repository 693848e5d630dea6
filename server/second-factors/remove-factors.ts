import type { Queries } from '../platform/database/index.ts';
import { deletePasskeys } from './passkey-store.ts';
import { countFactors, deleteAuthenticator } from './store.ts';

/** Takes all second factors from an account; answers whether there were any. */
export async function removeFactors(sql: Queries, accountId: string): Promise<boolean> {
  const { totp, passkeys } = await countFactors(sql, accountId);
  await deleteAuthenticator(sql, accountId);
  await deletePasskeys(sql, accountId);
  return totp || passkeys > 0;
}
