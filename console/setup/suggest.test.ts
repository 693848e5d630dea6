import { expect, test } from 'vitest';
import { suggestCode, suggestUsername } from './suggest.ts';

test.each([
  ['Northfield College', 'northfield'],
  ['Harbour City Public Library', 'harbour'],
  ['University of Ottawa', 'ottawa'],
  ['Bibliothèque municipale de Lyon', 'lyon'],
  ['Médiathèque de l’Étang', 'etang'],
  ['Biblioteca Pública de Cáceres', 'caceres'],
  ['The Public Library', 'the-public-library'],
  ['図書館', ''],
  ['', ''],
])('the code offered for "%s" is "%s"', (name, code) => {
  expect(suggestCode(name)).toBe(code);
});

test.each([
  ['Sadie Park', 'northfield-sadie-p'],
  ['Zoë van der Berg', 'northfield-zoe-b'],
  ['Cher', 'northfield-cher'],
  ['  ', ''],
])('the username offered for "%s" is "%s"', (name, username) => {
  expect(suggestUsername('northfield', name)).toBe(username);
});

test('no username is offered before the library has a code', () => {
  expect(suggestUsername('', 'Sadie Park')).toBe('');
});

test('a long first name is cut, the initial of the last name stays', () => {
  const offered = suggestUsername('northfield', `${'x'.repeat(60)} Park`);
  expect(offered).toHaveLength(40);
  expect(offered).toMatch(/x-p$/);
});
