import { expect, test } from 'vitest';
import { id } from '#protocol/schemas.ts';
import { newId } from './id.ts';

test('ids are UUIDs, all different, and sort by the time they were made', () => {
  const made = Array.from({ length: 500 }, newId);
  expect(made.every((text) => id.safeParse(text).success)).toBe(true);
  expect(new Set(made).size).toBe(500);
  expect([...made].sort()).toEqual(made);
});
