import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { confirmOwnPassword } from './change-own-password.ts';
import type { LetterParts } from './mail-link.ts';
import { findAddressee, holdSession, updateEmail } from './store.ts';
import { tellOldAddress } from './tell-old-address.ts';

/**
 * The address that links for a new password go to: whoever changes it shows that they know the password,
 * or an unlocked desk would be the whole account.
 *
 * @throws wrong_credentials, too_many_requests
 */
export async function changeOwnEmail(
  parts: Parts & LetterParts,
  actor: StaffActor,
  { password, email }: { password: string; email: string | null },
): Promise<void> {
  await confirmOwnPassword(parts, actor, password);
  const { database, clock, bus } = parts;
  const { accountId, username: name, institutionId } = actor;
  await database.sql.transaction().execute(async (sql) => {
    if (!(await holdSession(sql, actor))) throw problem('not_signed_in');
    const before = await findAddressee(sql, accountId);
    if (!before) throw problem('not_signed_in');
    await updateEmail(sql, accountId, email);
    await tellOldAddress(parts, sql, before, email);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'account.changed',
      target: { kind: 'account', id: accountId, name, institutionId },
      before: { email: before.email },
      after: { email },
    });
  });
  bus.publish('operator', { accountId });
}
