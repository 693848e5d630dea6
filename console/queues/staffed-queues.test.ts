import { describe, expect, test } from 'vitest';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import type { Queue } from '#protocol/queues.ts';
import { matrixOperator } from '../assignments/factories.ts';
import { staffedQueues } from './staffed-queues.ts';

const desk = queue('desk', 'northfield');
const chat = queue('chat', 'harbour');
const owls: Queue = { id: 'owls', name: 'Owls', kind: 'chat', institutionId: null, coopId: 'coop' };
const matrix: AssignmentMatrix = {
  queues: [chat, desk],
  operators: [
    matrixOperator('sadie', [1]),
    matrixOperator('ines', [0, 1]),
    matrixOperator('joan', []),
  ],
};

test('operators are those whose position in the matrix is the queue’s', () => {
  const found = staffedQueues([desk, chat, owls], matrix, owner());
  expect(found.map(({ id, memberIds }) => [id, memberIds])).toEqual([
    ['desk', ['sadie', 'ines']],
    ['chat', ['ines']],
    ['owls', []],
  ]);
});

test('without the matrix, which operators may not read, nobody is named', () => {
  const [found] = staffedQueues([desk], undefined, {
    role: 'operator',
    institutionId: 'northfield',
  });
  expect(found).toMatchObject({ memberIds: [], mayEdit: false });
});

describe('who may change a queue', () => {
  test.each([
    ['owner', 'northfield', [true, true, false]],
    ['admin', 'northfield', [true, false, false]],
    ['admin', 'elsewhere', [false, false, false]],
    ['operator', 'northfield', [false, false, false]],
  ] as const)('%s of %s: %j', (role, institutionId, may) => {
    const found = staffedQueues([desk, chat, owls], matrix, { role, institutionId });
    expect(found.map(({ mayEdit }) => mayEdit)).toEqual(may);
  });
});

function owner() {
  return { role: 'owner', institutionId: 'northfield' } as const;
}

function queue(id: string, institutionId: string): Queue {
  return { id, name: id, kind: 'chat', institutionId, coopId: null };
}
