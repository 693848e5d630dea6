import { hashPassword } from '../server/passwords/index.ts';
import type { Queries } from '../server/platform/database/index.ts';

/** Everybody's, in tests of signing in. */
export const PASSWORD = 'a quiet reading room';

/** For the top of a test file, once the accounts are there: a hash takes its time. */
export async function givePasswords(sql: Queries): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await sql.updateTable('accounts').set({ passwordHash }).execute();
}
