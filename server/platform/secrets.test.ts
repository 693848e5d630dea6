import { expect, test } from 'vitest';
import { ciphersOf } from './secrets.ts';

const { encrypt, decrypt } = ciphersOf(Buffer.alloc(32, 7));

test('a secret comes back in its own context', () => {
  expect(decrypt('totp:sadie', encrypt('totp:sadie', 'Straße 日本'))).toBe('Straße 日本');
});

test('the same secret looks different each time, and never like itself', () => {
  const once = encrypt('totp:sadie', 'a secret');
  expect(once.equals(encrypt('totp:sadie', 'a secret'))).toBe(false);
  expect(once.includes('a secret')).toBe(false);
});

test('in another context, by another key, or changed, it does not come back', () => {
  const encrypted = encrypt('totp:sadie', 'a secret');
  expect(() => decrypt('totp:omar', encrypted)).toThrow();
  expect(() => ciphersOf(Buffer.alloc(32, 8)).decrypt('totp:sadie', encrypted)).toThrow();
  for (const place of [0, 12, encrypted.length - 1]) {
    const changed = Buffer.from(encrypted);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(() => decrypt('totp:sadie', changed)).toThrow();
  }
  expect(() => decrypt('totp:sadie', encrypted.subarray(0, 20))).toThrow();
});
