import { describe, expect, test } from 'vitest';
import { faultsOfPassword } from './new-password.ts';

describe('a new password', () => {
  test('of twelve characters, typed twice, is taken', () => {
    expect(faultsOfPassword({ password: 'a dozen of e', repeated: 'a dozen of e' })).toEqual({});
  });

  test.each([
    ['eleven char', 'session.password.short'],
    ['', 'session.password.short'],
    ['x'.repeat(201), 'session.password.long'],
  ])('"%.12s" is refused before it is compared', (password, fault) => {
    expect(faultsOfPassword({ password, repeated: 'other' })).toEqual({ password: fault });
  });

  test('typed otherwise the second time is refused there', () => {
    const typed = { password: 'a dozen of eggs', repeated: 'a dozen of Eggs' };
    expect(faultsOfPassword(typed)).toEqual({ repeated: 'session.password.differs' });
  });
});
