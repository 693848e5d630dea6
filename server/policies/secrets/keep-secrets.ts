import type { PolicySecret } from '#protocol/policy-secrets.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import type { Ciphers } from '../../platform/secrets.ts';
import { lockPage } from '../store.ts';
import { refuseUnlessEditor } from '../who-may.ts';
import { type Credential, sealCredential } from './seal.ts';
import {
  deleteSecretRow,
  insertSecret,
  lockSecret,
  presentLabel,
  type SealedSecret,
  updateSecret,
} from './store.ts';

export type SecretParts = Parts & { readonly ciphers: Ciphers };
export type WrittenSecret = Credential & { readonly label: string };
export interface SecretPlace {
  readonly institutionId: string;
  readonly secretId: string;
}

/** @throws not_found, may_not */
export function addSecret(
  parts: SecretParts,
  actor: StaffActor,
  institutionId: string,
  written: WrittenSecret,
): Promise<PolicySecret> {
  return asEditor(parts, actor, institutionId, async (sql, updatedAt) => {
    const secret = sealed(parts, actor, { institutionId, secretId: newId() }, written, updatedAt);
    await insertSecret(sql, secret);
    await recordAudit(sql, {
      at: updatedAt,
      actor,
      action: 'policy_secret.created',
      target: secretTarget(secret),
      before: null,
      after: null,
    });
    return presentLabel({ ...secret, updatedBy: actor.displayName });
  });
}

/** Of the old one nothing is kept. @throws not_found, may_not */
export function replaceSecret(
  parts: SecretParts,
  actor: StaffActor,
  place: SecretPlace,
  written: WrittenSecret,
): Promise<PolicySecret> {
  return asEditor(parts, actor, place.institutionId, async (sql, updatedAt) => {
    const before = await lockOne(sql, place);
    const secret = sealed(parts, actor, place, written, updatedAt);
    await updateSecret(sql, secret);
    await recordAudit(sql, {
      at: updatedAt,
      actor,
      action: 'policy_secret.replaced',
      target: secretTarget(secret),
      // When it was replaced is always another, so that a rotation under the same label is told too.
      before: { name: before.label },
      after: { name: secret.label, updatedAt: updatedAt.toISOString() },
    });
    return presentLabel({ ...secret, updatedBy: actor.displayName });
  });
}

/** @throws not_found, may_not */
export function deleteSecret(
  parts: SecretParts,
  actor: StaffActor,
  place: SecretPlace,
): Promise<void> {
  return asEditor(parts, actor, place.institutionId, async (sql, at) => {
    const { label } = await lockOne(sql, place);
    await deleteSecretRow(sql, place.secretId);
    await recordAudit(sql, {
      at,
      actor,
      action: 'policy_secret.deleted',
      target: secretTarget({ id: place.secretId, institutionId: place.institutionId, label }),
      before: null,
      after: null,
    });
  });
}

/** @throws not_found */
export async function lockOne(sql: Queries, { institutionId, secretId }: SecretPlace) {
  const secret = await lockSecret(sql, institutionId, secretId);
  if (!secret) throw problem('not_found', 'There is no such credential.');
  return secret;
}

export function secretTarget({
  id,
  label,
  institutionId,
}: Pick<SealedSecret, 'id' | 'label' | 'institutionId'>) {
  return { kind: 'policy_secret', id, name: label, institutionId };
}

function asEditor<Result>(
  { database, clock }: SecretParts,
  actor: StaffActor,
  institutionId: string,
  act: (sql: Queries, now: Date) => Promise<Result>,
): Promise<Result> {
  const now = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    refuseUnlessEditor(actor, await lockPage(sql, actor, institutionId, now));
    return act(sql, now);
  });
}

function sealed(
  { ciphers }: SecretParts,
  { accountId }: StaffActor,
  { institutionId, secretId }: SecretPlace,
  { label, ...credential }: WrittenSecret,
  updatedAt: Date,
): SealedSecret {
  const bytes = sealCredential(ciphers, secretId, credential);
  return { id: secretId, institutionId, label, sealed: bytes, updatedAt, accountId };
}
