import {
  type Addressee,
  findAddressee,
  hashPassword,
  type LetterParts,
  mailLink,
  refuseWeakPassword,
  savePassword,
} from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { actOnAccount, refuseUnlessMayAct } from './act-on-account.ts';

type SetParts = Parts & LetterParts;

/**
 * Sets a password for somebody who then signs in with it; all their sessions end.
 *
 * @throws not_found, may_not, breaks_rule
 */
export async function setPassword(
  parts: SetParts,
  actor: StaffActor,
  accountId: string,
  password: string,
): Promise<void> {
  // Before the hash, which costs a processor 30 ms that nobody shall spend who may not.
  await refuseUnlessMayAct(parts, actor, { accountId, action: 'setPassword' });
  const passwordHash = await hashPassword(password);
  await actOnAccount(parts, actor, { accountId, action: 'setPassword' }, async (sql) => {
    const account = await readAddressee(sql, accountId);
    await refuseWeakPassword(password, account, 'password');
    await savePassword(parts, sql, account, { passwordHash, spared: null });
    return 'account.passwordSet';
  });
}

/**
 * Mails somebody a link to choose a password: who never had one is invited. What they have holds
 * until they use it.
 *
 * @throws not_found, may_not, breaks_rule without an e-mail address
 */
export async function sendPasswordLink(
  parts: SetParts,
  actor: StaffActor,
  accountId: string,
): Promise<void> {
  await actOnAccount(parts, actor, { accountId, action: 'setPassword' }, async (sql, target) => {
    const account = await readAddressee(sql, accountId);
    await mailLink(parts, sql, target.hasPassword ? 'sent' : 'invitation', account);
    return target.hasPassword ? 'account.passwordLinkSent' : 'account.invited';
  });
}

async function readAddressee(sql: Queries, accountId: string): Promise<Addressee> {
  const account = await findAddressee(sql, accountId);
  if (!account) throw new Error('An account that is locked is not there');
  return account;
}
