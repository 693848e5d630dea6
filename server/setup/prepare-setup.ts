import { hasOwner } from '../account-administration/index.ts';
import type { Parts } from '../platform/parts.ts';
import { hashSecret, newSecret } from '../platform/secrets.ts';
import { lockInstallation, saveSetupToken } from './store.ts';

/**
 * Makes the token of the one-time link `/setup#TOKEN`, as long as nobody owns the installation; the
 * one of an earlier start is void then. Null when it is set up already.
 */
export function prepareSetup({ database }: Parts): Promise<string | null> {
  return database.sql.transaction().execute(async (sql) => {
    const { setUpAt } = await lockInstallation(sql);
    if (setUpAt !== null || (await hasOwner(sql))) return null;
    const token = newSecret();
    await saveSetupToken(sql, hashSecret(token));
    return token;
  });
}
