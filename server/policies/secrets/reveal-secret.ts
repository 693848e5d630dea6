import { recordAudit } from '../../audit/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { problem } from '../../platform/problem.ts';
import { findPage } from '../store.ts';
import { lockOne, type SecretParts, type SecretPlace, secretTarget } from './keep-secrets.ts';
import { type Credential, openCredential } from './seal.ts';

/** Answered by the feature that knows chats, while this one knows nothing of it. */
export interface ReadableChats {
  /** Undefined when there is none, and just so when the actor may not read it. */
  findReadableChat(
    sql: Queries,
    actor: StaffActor,
    chatId: string,
    now: Date,
  ): Promise<{ readonly institutionId: string } | undefined>;
}

export type RevealParts = SecretParts & ReadableChats;

/**
 * Shows a credential to who may read the page. That it was shown is stored before it is: no entry in
 * the audit log, no answer.
 *
 * @throws not_found; breaks_rule for a chat of another library, and for one that the actor may not
 *   read; unavailable with another key
 */
export function revealSecret(
  { database, clock, ciphers, findReadableChat }: RevealParts,
  actor: StaffActor,
  { institutionId, secretId }: SecretPlace,
  chatId: string | null,
): Promise<Credential> {
  const at = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    await findPage(sql, actor, institutionId, at);
    const { label, sealed } = await lockOne(sql, { institutionId, secretId });
    if (chatId !== null) {
      const chat = await findReadableChat(sql, actor, chatId, at);
      if (chat?.institutionId !== institutionId) throw notSuchChat();
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

/** The same for a chat that is not there as for one that is not theirs to read. */
function notSuchChat() {
  const message = 'must be a chat of this library that you may read';
  return problem('breaks_rule', `chatId ${message}.`, [{ path: 'chatId', message }]);
}
