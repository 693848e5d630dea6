import { z } from 'zod';
import type { Queries } from '../../platform/database/index.ts';
import { problem } from '../../platform/problem.ts';
import type { Ciphers, Sealed } from '../../platform/secrets.ts';

const credential = z.object({ username: z.string(), secret: z.string(), note: z.string() });
export type Credential = z.infer<typeof credential>;

/** Bound to its row: copied into another, the bytes can't be read there. */
export function sealCredential(
  ciphers: Ciphers,
  secretId: string,
  { username, secret, note }: Credential,
): Buffer {
  return ciphers.encrypt(contextOf(secretId), JSON.stringify({ username, secret, note }));
}

/** @throws unavailable where the installation's key is not the one that it was encrypted with */
export function openCredential(ciphers: Ciphers, secretId: string, sealed: Buffer): Credential {
  return credential.parse(JSON.parse(decrypt(ciphers, secretId, sealed)));
}

/** Those that were stored last, by whose opening a key shows that it is the right one. */
export async function lastCredentials(sql: Queries, limit: number): Promise<Sealed[]> {
  const rows = await sql
    .selectFrom('policySecrets')
    .select(['id', 'sealed'])
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, sealed }) => ({ context: contextOf(id), encrypted: sealed }));
}

function decrypt(ciphers: Ciphers, secretId: string, sealed: Buffer): string {
  try {
    return ciphers.decrypt(contextOf(secretId), sealed);
  } catch {
    throw problem(
      'unavailable',
      'This credential was encrypted with another key than this Carrel has now. Whoever runs Carrel puts the earlier CARREL_KEY or carrel.key back, or an editor of the page stores the credential anew.',
    );
  }
}

function contextOf(secretId: string): string {
  return `policy-secret:${secretId}`;
}
