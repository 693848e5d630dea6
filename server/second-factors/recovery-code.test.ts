import { expect, test } from 'vitest';
import { hashRecoveryCode, newRecoveryCode } from './recovery-code.ts';

test('a code is four groups of four, without signs that are mistaken for each other', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  expect(newRecoveryCode()).not.toBe(code);
});

test('however it is typed, it is the same code', () => {
  const hash = hashRecoveryCode('k3vd-9mzt-abcd-efgh');
  for (const typed of ['K3VD 9MZT ABCD EFGH', 'k3vd9mztabcdefgh', ' k3vd-9mzt-abcd-efgh '])
    expect(hashRecoveryCode(typed).equals(hash)).toBe(true);
  expect(hashRecoveryCode('k3vd-9mzt-abcd-efgi').equals(hash)).toBe(false);
});
