import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

/** Work that ends when it is told to, and tells when it has begun. */
function work(name: string, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const begin = () => {
    begun.push(name);
    return promise;
  };
  return { begin, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('so many run at once, and the others in the order in which they came', async () => {
  const inTurn = takeTurns(2, 10);
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(name, begun));
  const results = [a, b, c, d].map((one) => inTurn(() => one?.begin() ?? Promise.reject()));
  expect(begun).toEqual(['a', 'b']);
  b?.end();
  await results[1];
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const one of [a, c, d]) one?.end();
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
});

test('who finds all places taken is sent away, and finds one later', async () => {
  const inTurn = takeTurns(1, 1);
  const begun: string[] = [];
  const [a, b, c] = ['a', 'b', 'c'].map((name) => work(name, begun));
  const first = inTurn(() => a?.begin() ?? Promise.reject());
  const second = inTurn(() => b?.begin() ?? Promise.reject());
  await expect(inTurn(() => Promise.resolve('never'))).rejects.toMatchObject({
    code: 'too_many_requests',
    headers: { 'retry-after': '3' },
  });
  a?.end();
  b?.end();
  await Promise.all([first, second]);
  c?.end();
  expect(await inTurn(() => c?.begin() ?? Promise.reject())).toBe('c');
});

test('work that fails makes room for the next', async () => {
  const inTurn = takeTurns(1, 1);
  const begun: string[] = [];
  const [a, b] = ['a', 'b'].map((name) => work(name, begun));
  const first = inTurn(() => a?.begin() ?? Promise.reject());
  const second = inTurn(() => b?.begin() ?? Promise.reject());
  a?.fail();
  await expect(first).rejects.toThrow('a');
  b?.end();
  expect(await second).toBe('b');
});
