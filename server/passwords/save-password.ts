import type { Queries } from '../platform/database/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { MAIL } from '../platform/mail/index.ts';
import { changedLetter } from './letters.ts';
import type { LetterParts } from './mail-link.ts';
import { type Addressee, deleteLinks, deleteSessionsOf, updatePasswordHash } from './store.ts';

/**
 * A new password: links and sessions of the old one end, and its owner is told. Call it in a
 * transaction, and after it publish `operator` for the account, so that open desks close.
 *
 * @param spared session that goes on: of the person who changed it themselves; null: none
 */
export async function savePassword(
  parts: LetterParts,
  sql: Queries,
  account: Addressee,
  { passwordHash, spared }: { passwordHash: string; spared: string | null },
): Promise<void> {
  await updatePasswordHash(sql, account.id, passwordHash);
  await deleteLinks(sql, account.id);
  await deleteSessionsOf(sql, account.id, spared);
  if (account.email !== null) {
    await addJob(parts, sql, MAIL, changedLetter(account, account.email, parts.publicUrl));
  }
}
