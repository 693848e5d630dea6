import { expect, test } from 'vitest';
import { bodyOf, changesNothing, choose, NO_CHANGES } from './changes.ts';

test('what is not touched is not sent', () => {
  expect(bodyOf(['a'], NO_CHANGES)).toEqual({ accountIds: ['a'] });
  expect(changesNothing(NO_CHANGES)).toBe(true);
});

test.each([
  ['on', true],
  ['off', false],
] as const)('chat access %s is sent as %s', (chatAccess, sent) => {
  const changes = { ...NO_CHANGES, chatAccess };
  expect(bodyOf(['a'], changes)).toEqual({ accountIds: ['a'], chatAccess: sent });
  expect(changesNothing(changes)).toBe(false);
});

test('a queue is added or removed, never both', () => {
  const added = choose(NO_CHANGES, 'add', 'Queue', ['q1', 'q2']);
  const removed = choose(added, 'remove', 'Queue', ['q2']);
  expect(removed).toEqual({ ...NO_CHANGES, addQueueIds: ['q1'], removeQueueIds: ['q2'] });
  expect(choose(removed, 'add', 'Queue', ['q1', 'q2'])).toEqual(added);
});

test('pools and rooms with the same id stay apart', () => {
  const changes = choose(choose(NO_CHANGES, 'add', 'Pool', ['x']), 'remove', 'Room', ['x']);
  expect(bodyOf(['a'], changes)).toEqual({
    accountIds: ['a'],
    addPoolIds: ['x'],
    removeRoomIds: ['x'],
  });
});
