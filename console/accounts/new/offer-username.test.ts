import { expect, test } from 'vitest';
import { numberedNames, offerUsername } from './offer-username.ts';

test.each([
  ['Sadie', 'Park', 'northfield-sadie-p'],
  ['Zoë', 'van der Berg', 'northfield-zoe-v'],
  ['Mary Ann', 'Lee', 'northfield-mary-l'],
  ['Jean-Luc', 'Étienne', 'northfield-jean-e'],
  ['Sadie', '', 'northfield-sadie'],
  ['', 'Park', ''],
  ['図書', '館', ''],
])('%s %s is offered %s', (first, last, username) => {
  expect(offerUsername('northfield', first, last)).toBe(username);
});

test('nothing is offered before the institution is known', () => {
  expect(offerUsername('', 'Sadie', 'Park')).toBe('');
});

test('a long first name is cut, the initial stays', () => {
  const offered = offerUsername('northfield', 'x'.repeat(60), 'Park');
  expect(offered).toHaveLength(40);
  expect(offered).toMatch(/x-p$/);
});

test('taken names are told apart by a number, within the length', () => {
  expect(numberedNames('northfield-sadie-p', 4)).toEqual([
    'northfield-sadie-p2',
    'northfield-sadie-p3',
    'northfield-sadie-p4',
  ]);
  expect(numberedNames('x'.repeat(40), 2)).toEqual([`${'x'.repeat(39)}2`]);
});
