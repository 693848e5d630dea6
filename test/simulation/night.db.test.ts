import { expect, test } from 'vitest';
import { testDatabase } from '../database/index.ts';
import { simulate } from './simulate.ts';
import { NIGHT } from './size.ts';

const connection = await testDatabase();

test('a night of ten libraries loses no chat, passes no limit, and breaks no law', async () => {
  const { figures, broken } = await simulate(connection, NIGHT, () => undefined);
  expect(broken).toEqual([]);
  expect(figures.chats).toBe(NIGHT.chats);
  // A night in which nobody answers, or nobody has to be missed, would prove little.
  expect(figures.answered).toBeGreaterThan(0.2);
  expect(figures.missed).toBeGreaterThan(0);
  expect(figures.local).toBeGreaterThan(0);
  expect(figures.local).toBeLessThan(1);
}, 300_000);
