import { recordAudit } from '../audit/index.ts';
import { guessWithinSession, judged } from '../guesses/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import type { LetterParts } from './mail-link.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { savePassword } from './save-password.ts';
import { findAddressee, findPasswordHash, holdSession } from './store.ts';

/**
 * Whoever is signed in shows once more that they know the password: before changes that a passer-by
 * at an open desk must not make.
 *
 * @throws wrong_credentials, and too_many_requests after several wrong tries
 */
export async function confirmOwnPassword(
  parts: Parts,
  { accountId, sessionId }: StaffActor,
  password: string,
): Promise<void> {
  const guess = await guessWithinSession(parts, sessionId);
  const stored = await findPasswordHash(parts.database.sql, accountId);
  const holds = await judged(guess, () => verifyPassword(password, stored));
  if (!holds) throw problem('wrong_credentials', 'This is not your current password.');
  await guess.right();
}

/** @throws wrong_credentials, too_many_requests, breaks_rule */
export async function changeOwnPassword(
  parts: Parts & LetterParts,
  actor: StaffActor,
  { current, password }: { current: string; password: string },
): Promise<void> {
  await confirmOwnPassword(parts, actor, current);
  const { database, clock, bus } = parts;
  const account = await findAddressee(database.sql, actor.accountId);
  if (!account) throw problem('not_signed_in');
  await refuseWeakPassword(password, account, 'password');
  const passwordHash = await hashPassword(password);

  await database.sql.transaction().execute(async (sql) => {
    // Somebody may have ended it meanwhile, with a new password against whoever is changing it here.
    if (!(await holdSession(sql, actor))) throw problem('not_signed_in');
    await savePassword(parts, sql, account, { passwordHash, spared: actor.sessionId });
    const { id, username, institutionId } = account;
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'account.passwordChanged',
      target: { kind: 'account', id, name: username, institutionId },
      before: null,
      after: null,
    });
  });
  bus.publish('operator', { accountId: actor.accountId });
}
