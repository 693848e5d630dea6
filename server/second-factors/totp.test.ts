import { expect, test } from 'vitest';
import { findStep, newTotpSecret, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret 12345678901234567890, last six of its eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('second %i has the code %s of the RFC', (seconds, code) => {
  expect(findStep(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('a code holds a step early and a step late, and not two', () => {
  const step = Math.floor(1_234_567_890 / 30);
  for (const drift of [-30, 0, 30])
    expect(findStep(RFC_SECRET, '005924', at(1_234_567_890 + drift))).toBe(step);
  for (const drift of [-60, 60])
    expect(findStep(RFC_SECRET, '005924', at(1_234_567_890 + drift))).toBeNull();
});

test('people and apps put a space in the middle', () => {
  expect(findStep(RFC_SECRET, ' 005 924 ', at(1_234_567_890))).not.toBeNull();
});

test('anything but six digits is no code', () => {
  for (const code of ['', '5924', '0005924', 'abcdef', '００５９２４'])
    expect(findStep(RFC_SECRET, code, at(1_234_567_890))).toBeNull();
});

test('secrets are 160 bits, never twice the same, and travel in the address for the app', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = new URL(totpUri(secret, 'northfield-sadie-p', 'Carrel at chat.example.org'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(decodeURIComponent(uri.pathname)).toContain('northfield-sadie-p');
});
