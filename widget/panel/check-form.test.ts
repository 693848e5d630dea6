import { describe, expect, test } from 'vitest';
import { emailAddress } from '#protocol/schemas.ts';
import { charactersLeft, checkForm } from './check-form.ts';

const NOBODY = { name: '', email: '' };

describe('the form', () => {
  test.each([
    ['a question alone', 'Why?', NOBODY, null],
    ['no question', ' \n', NOBODY, { field: 'question', rule: 'required' }],
    ['a question of the longest length', 'x'.repeat(10_000), NOBODY, null],
    ['one sign more', 'x'.repeat(10_001), NOBODY, { field: 'question', rule: 'tooLong' }],
    [
      'a long name',
      'Why?',
      { name: 'x'.repeat(101), email: '' },
      { field: 'name', rule: 'tooLong' },
    ],
    ['an address with blanks around it', 'Why?', { name: '', email: ' a@b.org ' }, null],
    ['half an address', 'Why?', { name: '', email: 'a@b' }, { field: 'email', rule: 'noAddress' }],
  ])('%s', (_, question, details, expected) => {
    expect(checkForm(question, details)).toEqual(expected);
  });

  test.each([
    'amira@eastvale.example',
    "o'neil+books@mail.eastvale.example",
    'a.b-c_d@x-y.org',
    'a@b',
    'a b@c.org',
    'a..b@c.org',
    '.a@c.org',
    'a.@c.org',
    '@c.org',
    'a@.org',
    'a@c.o',
    'ä@c.org',
    `${'a'.repeat(300)}@c.org`,
  ])('judges %s as the server does', (email) => {
    expect(checkForm('Why?', { name: '', email }) === null).toBe(
      emailAddress.safeParse(email).success,
    );
  });

  test('tells what is left only near the end', () => {
    expect(charactersLeft('x'.repeat(9_499))).toBeNull();
    expect(charactersLeft('x'.repeat(9_500))).toBe(500);
    expect(charactersLeft('x'.repeat(10_003))).toBe(-3);
  });
});
