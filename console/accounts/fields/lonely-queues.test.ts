import { expect, test } from 'vitest';
import type { QueueKind } from '#protocol/queues.ts';
import { lonelyQueues } from './lonely-queues.ts';

const names: readonly (readonly [string, QueueKind])[] = [
  ['reference', 'chat'],
  ['loans', 'proactive'],
  ['empty', 'chat'],
  ['practice', 'practice'],
];
const matrix = {
  queues: names.map(([name, kind]) => ({
    id: name,
    name,
    kind,
    institutionId: 'north',
    coopId: null,
  })),
  operators: [operator('sadie', [0, 1, 3]), operator('tom', [0]), operator('mei', [1], false)],
};

function operator(accountId: string, assigned: number[], chatAccess = true) {
  return {
    accountId,
    username: accountId,
    displayName: accountId,
    institutionId: 'north',
    institutionName: 'Northfield',
    chatAccess,
    mayEdit: true,
    assigned,
  };
}

test('a queue is lonely when its last operators leave together', () => {
  const both = { accountIds: ['sadie', 'tom'], queueIds: null };
  expect(lonelyQueues(matrix, both)).toContain('reference');
  expect(lonelyQueues(matrix, { ...both, accountIds: ['tom'] })).toEqual([]);
});

test('who has no chat access keeps no queue alive', () => {
  expect(lonelyQueues(matrix, { accountIds: ['sadie'], queueIds: null })).toEqual(['loans']);
});

test('only the queues that are left are asked about', () => {
  expect(lonelyQueues(matrix, { accountIds: ['sadie'], queueIds: ['reference'] })).toEqual([]);
  expect(lonelyQueues(matrix, { accountIds: ['sadie'], queueIds: ['loans'] })).toEqual(['loans']);
});

test('neither a practice queue nor one that had nobody before is worth a warning', () => {
  const everybody = { accountIds: ['sadie', 'tom', 'mei'], queueIds: null };
  expect(lonelyQueues(matrix, everybody)).toEqual(['reference', 'loans']);
});
