import { recordAudit } from '../../audit/index.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { problem } from '../../platform/problem.ts';
import { findPage } from '../store.ts';
import { lockOne, type SecretParts, type SecretPlace, secretTarget } from './keep-secrets.ts';
import { type Credential, openCredential } from './seal.ts';
import { isChatOf } from './store.ts';

/**
 * Shows a credential to who may read the page. That it was shown is stored before it is: no entry in
 * the audit log, no answer.
 *
 * @throws not_found; breaks_rule for a chat of another library; unavailable with another key
 */
export function revealSecret(
  { database, clock, ciphers }: SecretParts,
  actor: StaffActor,
  { institutionId, secretId }: SecretPlace,
  chatId: string | null,
): Promise<Credential> {
  const at = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    await findPage(sql, actor, institutionId, at);
    const { label, sealed } = await lockOne(sql, { institutionId, secretId });
    if (chatId !== null && !(await isChatOf(sql, institutionId, chatId))) {
      const message = 'must be a chat of this library';
      throw problem('breaks_rule', `chatId ${message}.`, [{ path: 'chatId', message }]);
    }
    const credential = openCredential(ciphers, secretId, sealed);
    await recordAudit(sql, {
      at,
      actor,
      action: 'policy_secret.revealed',
      target: secretTarget({ id: secretId, label, institutionId }),
      before: null,
      after: chatId === null ? null : { chat: chatId },
    });
    return credential;
  });
}
