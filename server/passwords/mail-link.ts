import type { Clock } from '../platform/clock.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { addJob } from '../platform/jobs/index.ts';
import { MAIL } from '../platform/mail/index.ts';
import { problem } from '../platform/problem.ts';
import { type Ciphers, hashSecret, newSecret } from '../platform/secrets.ts';
import { type LinkLetter, linkLetter } from './letters.ts';
import { linkEnd } from './link.ts';
import { type Addressee, insertLink } from './store.ts';

export interface LetterParts {
  readonly clock: Clock;
  readonly ciphers: Ciphers;
  /** Origin that people open Carrel at. */
  readonly publicUrl: string;
}

/**
 * Makes a link to choose a password and has it mailed, both in the caller's transaction. The token
 * is in the link's fragment, which no server and no log on the way gets to see.
 *
 * @throws breaks_rule when the account has no e-mail address
 */
export async function mailLink(
  parts: LetterParts,
  sql: Queries,
  kind: LinkLetter,
  to: Addressee,
): Promise<void> {
  if (to.email === null) {
    const message = 'is missing: a link cannot be mailed without it';
    throw problem('breaks_rule', `The e-mail address of ${to.username} ${message}.`, [
      { path: 'email', message },
    ]);
  }
  const purpose = kind === 'invitation' ? 'invitation' : 'reset';
  const token = newSecret();
  const now = parts.clock.now();
  await insertLink(sql, {
    id: newId(),
    accountId: to.id,
    purpose,
    tokenHash: hashSecret(token),
    createdAt: now,
    expiresAt: linkEnd(purpose, now),
  });
  const url = `${parts.publicUrl}/password#${token}`;
  await addJob(parts, sql, MAIL, linkLetter(kind, to, to.email, url));
}

/**
 * Invites somebody to choose their first password, by a link that holds for 7 days. To be called in
 * the transaction that makes the account; what it writes to the audit log is the caller's to do.
 *
 * @throws breaks_rule when the account has no e-mail address
 */
export function inviteAccount(parts: LetterParts, sql: Queries, account: Addressee): Promise<void> {
  return mailLink(parts, sql, 'invitation', account);
}
