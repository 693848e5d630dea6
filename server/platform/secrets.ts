import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

const KEY_BYTES = 32;

/** Signs the tokens that bind a browser to one thing, so that none of them has to be stored. */
export interface Tokens {
  /** `ID.SIGNATURE`: the same every time for the same purpose and id, so that a repeat gets its first answer. */
  sign(purpose: TokenPurpose, id: string): string;
  /** The id, or undefined when the signature does not hold. */
  verify(purpose: TokenPurpose, token: string): string | undefined;
}
export type TokenPurpose = 'chat' | 'patron';

export function tokensOf(key: Buffer): Tokens {
  const signature = (purpose: TokenPurpose, id: string) =>
    createHmac('sha256', key).update(`${purpose}:${id}`).digest();

  return {
    sign: (purpose, id) => `${id}.${signature(purpose, id).toString('base64url')}`,
    verify(purpose, token) {
      const [id, given, ...rest] = token.split('.');
      if (!id || !given || rest.length > 0) return undefined;
      const expected = signature(purpose, id);
      const offered = Buffer.from(given, 'base64url');
      if (offered.length !== expected.length) return undefined;
      return timingSafeEqual(offered, expected) ? id : undefined;
    },
  };
}

/**
 * The installation's key: `CARREL_KEY` (32 bytes as base64), which several processes on several
 * machines share, or else a file in the data folder, made at the first start and readable by its
 * owner alone.
 */
export function installationKey(dataFolder: string, fromEnvironment: string | null): Buffer {
  if (fromEnvironment !== null) return keyFrom(fromEnvironment, 'CARREL_KEY');

  const file = join(dataFolder, 'carrel.key');
  if (existsSync(file)) return keyFrom(readFileSync(file, 'utf8'), file);

  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

function keyFrom(text: string, source: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new StartError(
    `${source} must hold ${KEY_BYTES} bytes as base64, as \`openssl rand -base64 32\` makes them.`,
  );
}

/** A secret for a link or a cookie, 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of such a secret: it has full entropy, so that a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
