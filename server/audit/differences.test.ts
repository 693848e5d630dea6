import { expect, test } from 'vitest';
import { differenceOf } from './differences.ts';

test('only what differs is kept, on both sides', () => {
  const before = { email: 'sadie@example.org', role: 'operator', queueIds: ['a', 'b'] };
  const after = { email: 'sadie@example.org', role: 'admin', queueIds: ['b'] };
  expect(differenceOf(before, after)).toEqual({
    before: { role: 'operator', queueIds: ['a', 'b'] },
    after: { role: 'admin', queueIds: ['b'] },
    isChange: true,
  });
});

test('lists and objects of the same content are no difference', () => {
  const state = () => ({ queueIds: ['a'], texts: { title: 'Ask us' } });
  expect(differenceOf(state(), state())).toEqual({ before: null, after: null, isChange: false });
});

test('a thing that is made or deleted is told whole', () => {
  const thing = { name: 'Reference' };
  expect(differenceOf(null, thing)).toMatchObject({ before: null, after: thing });
  expect(differenceOf(thing, null)).toMatchObject({ before: thing, after: null });
});

test.each([
  'password',
  'newPassword',
  'passwordHash',
  'password_hash',
  'token',
  'tokenHash',
  'resetToken',
  'secret',
  'totpSecret',
  'totpKey',
  'recoveryCodes',
  'recovery-codes',
  'publicKey',
  'privateKey',
  'apiKey',
  'credentialId',
])('a secret, %s, is never told, however deep it lies', (name) => {
  const told = differenceOf(
    { name: 'Sadie', [name]: 'old', deep: { list: [{ [name]: 'old', kept: 1 }] } },
    { name: 'Sade', [name]: 'new', deep: { list: [{ [name]: 'new', kept: 2 }] } },
  );
  expect(told).toEqual({
    before: { name: 'Sadie', deep: { list: [{ kept: 1 }] } },
    after: { name: 'Sade', deep: { list: [{ kept: 2 }] } },
    isChange: true,
  });
});

test('that a secret was changed is a change, though neither side is told', () => {
  expect(differenceOf({ passwordHash: 'old' }, { passwordHash: 'new' })).toEqual({
    before: null,
    after: null,
    isChange: true,
  });
});

test.each(['username', 'email', 'hasSecondFactor', 'displayName', 'keyboard', 'passcodes'])(
  '%s is no secret',
  (name) => {
    expect(differenceOf({ [name]: 1 }, { [name]: 2 }).after).toEqual({ [name]: 2 });
  },
);
