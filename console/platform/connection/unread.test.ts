import { expect, it } from 'vitest';
import { aMessage, aPage, SADIE } from './factories.ts';
import { countUnread } from './unread.ts';

const history = [
  aMessage(1, 'a'),
  aMessage(2, 'b', SADIE),
  aMessage(3, 'c'),
  aPage(4, 'd'),
  aMessage(5, 'e'),
];

it.each([
  { told: 'only what came after the last answer', ownSeen: 0, unread: 2 },
  { told: 'only what came after the last read message', ownSeen: 3, unread: 1 },
  { told: 'nothing when all is read', ownSeen: 5, unread: 0 },
])('counts $told', ({ ownSeen, unread }) => {
  expect(countUnread(history, ownSeen)).toBe(unread);
});

it('counts nothing in a chat without messages', () => {
  expect(countUnread([], 0)).toBe(0);
});
