import type { Queries } from '../platform/database/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { MAIL } from '../platform/mail/index.ts';
import { addressChangedLetter } from './letters.ts';
import type { LetterParts } from './mail-link.ts';
import { type Addressee, deleteLinks } from './store.ts';

/**
 * What comes with another e-mail address, in the transaction of the change: links that are out went to
 * the old one, which may be a mistake or somebody else's by now; and the old one is told, since whoever
 * changes the address of an account can have its password.
 *
 * @param account as it was before
 */
export async function tellOldAddress(
  parts: LetterParts,
  sql: Queries,
  account: Addressee,
  address: string | null,
): Promise<void> {
  if (address === account.email) return;
  await deleteLinks(sql, account.id);
  if (account.email === null || address?.toLowerCase() === account.email.toLowerCase()) return;
  await addJob(parts, sql, MAIL, addressChangedLetter(account, account.email, parts.publicUrl));
}
