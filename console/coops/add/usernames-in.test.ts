import { expect, test } from 'vitest';
import { usernamesIn } from './usernames-in.ts';

test.each([
  ['a line each', 'northfield-ann\nnorthfield-ben\r\n\n'],
  ['cells beside each other', 'northfield-ann\tnorthfield-ben'],
  ['commas and semicolons', ' northfield-ann, northfield-ben;'],
  ['quotes of a file', '"northfield-ann","northfield-ben"'],
  ['twice, and in capitals', 'Northfield-Ann northfield-ann NORTHFIELD-BEN'],
])('%s', (_, text) => {
  expect(usernamesIn(text)).toEqual(['northfield-ann', 'northfield-ben']);
});

test('nothing but space is no username', () => {
  expect(usernamesIn(' \n, ;"" ')).toEqual([]);
});
