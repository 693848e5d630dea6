import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('asked for while it runs, it runs once more, and never twice at once', async () => {
  const ends: (() => void)[] = [];
  const ask = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
  const first = ask();
  const others = [ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await Promise.all([first, ...others]);
  expect(ends).toHaveLength(2);
});

test('what failed is done when it is asked for again', async () => {
  const failures = ['away'];
  const ask = oneAtATime(async () => {
    const failure = failures.pop();
    if (failure) throw new Error(failure);
  });
  await expect(ask()).rejects.toThrow('away');
  await expect(ask()).resolves.toBeUndefined();
});
