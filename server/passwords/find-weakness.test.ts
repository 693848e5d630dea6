import { expect, test } from 'vitest';
import { readCommonPasswords } from './common-passwords.ts';
import { findWeakness } from './find-weakness.ts';

const SADIE = { username: 'northfield-sadie-p', institutionName: 'Northfield College' };
const common = await readCommonPasswords();

test('the list has what people choose', () => {
  expect(common.size).toBeGreaterThan(40_000);
  for (const password of ['password', '1q2w3e4r5t6y', 'letmein'])
    expect(common).toContain(password);
});

test.each([
  ['1q2w3e4r5t6y', 'common'],
  ['1Q2W3E4R5T6Y', 'common'],
  ['Password2026!', 'common'],
  ['!!!!sunshine!!!!', 'common'],
  ['letmeinletmein', 'common'],
  ['northfield-sadie-p', 'name'],
  ['Northfield-Sadie-P', 'name'],
  ['northfieldcollege', 'name'],
  ['Northfield College 2026', 'name'],
  ['carrel carrel', 'name'],
  ['Carrel!!!!!!!!', 'name'],
  ['aaaaaaaaaaaaaaaa', 'repeated'],
  ['ababababababab', 'repeated'],
])('%s is %s', (password, weakness) => {
  expect(findWeakness(password, SADIE, common)).toBe(weakness);
});

test.each([
  'correct horse battery staple',
  'a quiet reading room',
  'Sadie likes northfield in autumn',
  'пароль из четырёх слов',
  '図書館の静かな朝の光と影と音',
])('%s is good', (password) => {
  expect(findWeakness(password, SADIE, common)).toBeNull();
});

test('another library’s name is nothing special', () => {
  const harbour = { username: 'harbour-hana-k', institutionName: 'Harbour City Public Library' };
  expect(findWeakness('northfieldcollege', harbour, common)).toBeNull();
});
