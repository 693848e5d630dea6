import { randomBytes } from 'node:crypto';
import { hashSecret } from '../platform/secrets.ts';

/** Codes of one set. */
const RECOVERY_CODES = 10;

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const CHARACTERS = 16;

/** `k3vd-9mzt-…`, without letters that look like digits: 80 bits, enough to be stored as a plain hash. */
export function newRecoveryCode(): string {
  const characters = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET.charAt(byte % 32));
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/** A set. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
}

/** People type it in capitals, with spaces, or without hyphens. */
export function hashRecoveryCode(code: string): Buffer {
  return hashSecret(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}
