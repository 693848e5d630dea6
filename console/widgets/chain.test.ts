import { expect, test } from 'vitest';
import type { OwnedQueue } from '#protocol/queues.ts';
import {
  moveUp,
  nameOfStep,
  nextStep,
  stepTo,
  targetGroups,
  targetOf,
  withStart,
} from './chain.ts';

const local: OwnedQueue = {
  id: 'q1',
  name: 'Reference',
  kind: 'chat',
  institutionId: 'i',
  coopId: null,
  ownerName: 'Northfield College',
};
const shared: OwnedQueue = {
  id: 'q2',
  name: 'Night Owls',
  kind: 'chat',
  institutionId: null,
  coopId: 'c',
  ownerName: 'Night Owls',
};
const spanish: OwnedQueue = { ...shared, id: 'q3', name: 'En español' };
const first = { queueId: 'q1', waitSeconds: 20 };
const second = { coopId: 'c', waitSeconds: 15 };
const third = { queueId: 'q2', waitSeconds: 0 };

test('a target keeps which of the two a step names', () => {
  expect(stepTo(targetOf(first), 5)).toEqual({ queueId: 'q1', waitSeconds: 5 });
  expect(stepTo(targetOf(second), 5)).toEqual({ coopId: 'c', waitSeconds: 5 });
});

test('a step to a co-op bears its name, whichever queue stands first; one to an unseen queue bears none', () => {
  expect(nameOfStep(second, [local, spanish, shared])).toBe('Night Owls');
  expect(nameOfStep({ queueId: 'q3', waitSeconds: 0 }, [local, spanish])).toBe('En español');
  expect(nameOfStep(first, [shared])).toBeNull();
  expect(nameOfStep({ coopId: 'other', waitSeconds: 0 }, [local, shared])).toBeNull();
});

test('a chain may lead to the library’s own queues first, then to each co-op and its queues', () => {
  const groups = targetGroups([spanish, local, shared]);
  expect(groups.map(({ ownerName, isCoop }) => [ownerName, isCoop])).toEqual([
    ['Northfield College', false],
    ['Night Owls', true],
  ]);
  expect(groups[1]?.queues).toEqual([spanish, shared]);
});

test('the next step is offered: a queue of one’s own, then the co-op as a whole, then again', () => {
  const queues = [spanish, local, shared];
  expect(nextStep([], queues)).toMatchObject({ queueId: 'q1' });
  expect(nextStep([first], queues)).toMatchObject({ coopId: 'c' });
  expect(nextStep([first, second], queues)).toMatchObject({ queueId: 'q1' });
  expect(nextStep([], [])).toBeNull();
});

test('moving up swaps with the step above, and leaves the first where it is', () => {
  expect(moveUp([first, second, third], 2)).toEqual([first, third, second]);
  expect(moveUp([first, second], 0)).toEqual([first, second]);
});

test('each step starts when the seconds of all before it have passed', () => {
  expect(withStart([first, second, third]).map(({ after }) => after)).toEqual([0, 20, 35]);
});
