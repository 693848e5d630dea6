import { expect, test } from 'vitest';
import type { Queue } from '#protocol/queues.ts';
import { moveUp, nameOfStep, stepTo, targetOf, withStart } from './chain.ts';

const local: Queue = {
  id: 'q1',
  name: 'Reference',
  kind: 'chat',
  institutionId: 'i',
  coopId: null,
};
const shared: Queue = {
  id: 'q2',
  name: 'Night Owls',
  kind: 'chat',
  institutionId: null,
  coopId: 'c',
};
const first = { queueId: 'q1', waitSeconds: 20 };
const second = { coopId: 'c', waitSeconds: 15 };
const third = { queueId: 'q2', waitSeconds: 0 };

test('a target keeps which of the two a step names', () => {
  expect(stepTo(targetOf(first), 5)).toEqual({ queueId: 'q1', waitSeconds: 5 });
  expect(stepTo(targetOf(second), 5)).toEqual({ coopId: 'c', waitSeconds: 5 });
});

test('a step to a co-op bears the name of its queue, one to an unseen queue bears none', () => {
  expect(nameOfStep(second, [local, shared])).toBe('Night Owls');
  expect(nameOfStep(first, [shared])).toBeNull();
  expect(nameOfStep({ coopId: 'other', waitSeconds: 0 }, [local, shared])).toBeNull();
});

test('moving up swaps with the step above, and leaves the first where it is', () => {
  expect(moveUp([first, second, third], 2)).toEqual([first, third, second]);
  expect(moveUp([first, second], 0)).toEqual([first, second]);
});

test('each step starts when the seconds of all before it have passed', () => {
  expect(withStart([first, second, third]).map(({ after }) => after)).toEqual([0, 20, 35]);
});
