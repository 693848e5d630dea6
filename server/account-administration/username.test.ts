import { expect, test } from 'vitest';
import { fitsPattern, isWellFormed } from './username.ts';

test.each([
  ['northfield-sadie-p', true],
  ['northfield-anne-marie-p', true],
  ['northfield-sadie-p2', true],
  ['northfield-sadie', false],
  ['northfield-sadie-peters', false],
  ['northfield--p', false],
  ['northfield-p', false],
  ['harbour-sadie-p', false],
  ['northfields-sadie-p', false],
  ['sadie', false],
])('%s fits the pattern of northfield: %s', (name, expected) => {
  expect(fitsPattern(name, 'northfield')).toBe(expected);
});

test('an institution whose code has a hyphen has its own pattern', () => {
  expect(fitsPattern('st-johns-sadie-p', 'st-johns')).toBe(true);
  expect(fitsPattern('st-sadie-p', 'st-johns')).toBe(false);
});

test.each([
  ['northfield-sadie-p', true],
  ['sadie_p.2', true],
  ['s', false],
  ['Sadie', false],
  ['sadie p', false],
  ['sadié', false],
  ['deleted:sadie', false],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
])('%s is well formed: %s', (name, expected) => {
  expect(isWellFormed(name)).toBe(expected);
});
