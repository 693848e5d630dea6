import { expect, test } from 'vitest';
import { judged } from './index.ts';

function guessOf(calls: string[]) {
  return {
    right: async () => void calls.push('right'),
    takeBack: async () => void calls.push('taken back'),
  };
}

test('a guess that was judged, whatever the verdict, stays counted', async () => {
  const calls: string[] = [];
  expect(await judged(guessOf(calls), async () => false)).toBe(false);
  expect(calls).toEqual([]);
});

test('a guess that nobody came to judge is taken back', async () => {
  const calls: string[] = [];
  const sentAway = judged(guessOf(calls), () => Promise.reject(new Error('too many')));
  await expect(sentAway).rejects.toThrow('too many');
  expect(calls).toEqual(['taken back']);
});
