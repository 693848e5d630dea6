import { expect, test } from 'vitest';
import { staffedHours } from './staffed-hours.ts';

const MONDAY_9 = 24 + 9;

function told(shapes: Parameters<typeof staffedHours>[0]) {
  return Object.fromEntries([...staffedHours(shapes).entries()].filter(([, hours]) => hours !== 0));
}

test('nobody, no hours', () => {
  expect(told([])).toEqual({});
});

test('a quarter of an hour counts in its hour', () => {
  const shape = { hour: MONDAY_9, span: 0, sittings: 1, headSeconds: 600, tailSeconds: 1_500 };
  expect(told([shape])).toEqual({ [MONDAY_9]: 0.25 });
});

test('two from half past nine to a quarter past eleven count in three hours', () => {
  const shape = { hour: MONDAY_9, span: 2, sittings: 2, headSeconds: 3_600, tailSeconds: 1_800 };
  expect(told([shape])).toEqual({ [MONDAY_9]: 1, [MONDAY_9 + 1]: 2, [MONDAY_9 + 2]: 0.5 });
});

test('Saturday night goes on into Sunday', () => {
  const shape = { hour: 167, span: 1, sittings: 1, headSeconds: 0, tailSeconds: 900 };
  expect(told([shape])).toEqual({ 167: 1, 0: 0.25 });
});
