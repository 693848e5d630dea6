import { expect, test } from 'vitest';
import { isAddress, isFollowUp, RESOLUTIONS } from './follow-up.ts';

test('what follows a chat up comes second and third, and nothing else does', () => {
  expect(RESOLUTIONS.filter(isFollowUp)).toEqual(RESOLUTIONS.slice(1, 3));
});

test.each([
  [' sam@example.org ', true],
  ['sam@example', false],
  ['', false],
])('%j is an address: %s', (email, expected) => {
  expect(isAddress(email)).toBe(expected);
});
