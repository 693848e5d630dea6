import { describe, expect, test } from 'vitest';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import { matrixOperator } from './factories.ts';
import { withAssignment } from './with-assignment.ts';

const matrix: AssignmentMatrix = {
  queues: ['chat', 'law', 'music'].map((id) => ({
    id,
    name: id,
    kind: 'chat',
    institutionId: 'northfield',
    coopId: null,
  })),
  operators: [matrixOperator('sadie', [0, 2]), matrixOperator('marcus', [])],
};

describe('one cell of the matrix', () => {
  test.each([
    ['law', true, [0, 1, 2]],
    ['chat', true, [0, 2]],
    ['chat', false, [2]],
    ['law', false, [0, 2]],
  ])('%s as %s leaves %j', (queueId, isAssigned, left) => {
    const after = withAssignment(matrix, { accountId: 'sadie', queueId, isAssigned });
    expect(after.operators[0]?.assigned).toEqual(left);
    expect(after.operators[1]).toBe(matrix.operators[1]);
  });

  test.each([
    ['nobody', 'law'],
    ['sadie', 'unknown'],
  ])('of %s and %s, whom it does not know, changes nothing', (accountId, queueId) => {
    expect(withAssignment(matrix, { accountId, queueId, isAssigned: true })).toBe(matrix);
  });
});
