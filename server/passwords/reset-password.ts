import { recordAudit } from '../audit/index.ts';
import { rememberPlace, type Whereabouts } from '../guesses/index.ts';
import type { Parts } from '../platform/parts.ts';
import { type ProblemError, problem } from '../platform/problem.ts';
import { hashSecret } from '../platform/secrets.ts';
import { hashPassword } from './hash-password.ts';
import type { LinkPurpose } from './link.ts';
import type { LetterParts } from './mail-link.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { savePassword } from './save-password.ts';
import { type Addressee, findAddressee, findLink, takeLink } from './store.ts';

export interface OpenLink {
  readonly account: Addressee;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** @throws not_found when the link was used, is too old, or never was */
export async function readLink({ database, clock }: Parts, token: string): Promise<OpenLink> {
  const link = await findLink(database.sql, hashSecret(token), clock.now());
  const account = link && (await findAddressee(database.sql, link.accountId));
  if (!account) throw deadLink();
  return { account, purpose: link.purpose, expiresAt: link.expiresAt };
}

/**
 * Chooses a password by a link from a mail: a forgotten one, or the first. All sessions end; the
 * place is known from now on, as answered, so that no stranger's guessing slows its owner down there.
 *
 * @throws not_found for a link that does not hold; breaks_rule for a weak password: the link holds on
 */
export async function resetPassword(
  parts: Parts & LetterParts,
  { token, password }: { token: string; password: string },
  from: Whereabouts,
): Promise<Whereabouts> {
  const { account } = await readLink(parts, token);
  await refuseWeakPassword(password, account, 'password');
  const passwordHash = await hashPassword(password);
  const { database, clock, bus } = parts;

  const known = await database.sql.transaction().execute(async (sql) => {
    const link = await takeLink(sql, hashSecret(token), clock.now());
    if (!link) throw deadLink();
    await savePassword(parts, sql, account, { passwordHash, spared: null });
    const whereabouts = await rememberPlace(parts, sql, account.id, from);
    const { id, username, institutionId } = account;
    await recordAudit(sql, {
      at: clock.now(),
      actor: { accountId: id, username, address: from.address },
      action: link.purpose === 'reset' ? 'account.passwordReset' : 'account.invitationAccepted',
      target: { kind: 'account', id, name: username, institutionId },
      before: null,
      after: null,
    });
    return whereabouts;
  });
  bus.publish('operator', { accountId: account.id });
  return known;
}

function deadLink(): ProblemError {
  return problem('not_found', 'This link was used already, or is too old. Ask for a new one.');
}
