import { expect, test } from 'vitest';
import { formatText } from './format.ts';

const texts = {
  'desk.claim': 'Claim {name}’s chat',
  'desk.wait.one': '{count} person waits',
  'desk.wait.other': '{count} people wait',
};

test('a value fills every place of its name, a missing one leaves the place seen', () => {
  expect(formatText({ key: '{a} and {a}, {b}' }, 'en', 'key', { a: 'x' })).toBe('x and x, {b}');
});

test('a value with braces is not read as a place', () => {
  expect(formatText(texts, 'en', 'desk.claim', { name: '{count}', count: 3 })).toBe(
    'Claim {count}’s chat',
  );
});

test.each([
  ['en', 0, '0 people wait'],
  ['en', 1, '1 person waits'],
  ['en', 1_200, '1,200 people wait'],
  ['fr', 0, '0 person waits'],
])('in %s, %i takes the form of its language: "%s"', (locale, count, said) => {
  expect(formatText(texts, locale, 'desk.wait', { count })).toBe(said);
});

test('a form that the texts lack falls back to the general one', () => {
  expect(formatText(texts, 'es', 'desk.wait', { count: 1_000_000 })).toContain('people wait');
});

test('a missing text shows its key, so that the gap is found', () => {
  expect(formatText(texts, 'en', 'desk.unknown', {})).toBe('desk.unknown');
});
