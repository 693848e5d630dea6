import { expect, test } from 'vitest';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import type { AssignmentsSearch } from './assignments-search.ts';
import { nameColumn, shownMatrix } from './shown-matrix.ts';

const matrix: AssignmentMatrix = {
  queues: [
    queue('Harbour Chat', 'harbour'),
    queue('Law', 'northfield'),
    queue('Music', 'northfield'),
  ],
  operators: [
    operator('ines', 'harbour', [0, 1]),
    operator('joan', 'harbour', [0]),
    operator('sadie', 'northfield', []),
  ],
};

test.each<[AssignmentsSearch, string[], number[]]>([
  [{}, ['ines', 'joan', 'sadie'], [0, 1, 2]],
  [{ q: 'harbour jo' }, ['joan'], [0, 1, 2]],
  [{ queue: 'mus' }, ['ines', 'joan', 'sadie'], [2]],
  [{ library: 'northfield' }, ['ines', 'sadie'], [1, 2]],
  [{ queue: 'northfield' }, ['ines', 'joan', 'sadie'], [1, 2]],
  [{ library: 'northfield', queue: 'music' }, ['sadie'], [2]],
  [{ q: 'nobody' }, [], [0, 1, 2]],
])('%j shows %j and the queues at %j', (search, operators, positions) => {
  const shown = shownMatrix(matrix, search);
  expect(shown.operators.map(({ accountId }) => accountId)).toEqual(operators);
  expect(shown.columns.map(({ position }) => position)).toEqual(positions);
});

test('queues of several libraries bear their library’s name, those of one do not', () => {
  const names = (of: AssignmentMatrix) => shownMatrix(of, {}).columns.map(nameColumn);
  expect(names(matrix)).toEqual(['Harbour Chat, harbour', 'Law, northfield', 'Music, northfield']);
  const local = { ...matrix, operators: matrix.operators.slice(0, 2) };
  expect(names(local)).toEqual(['Harbour Chat', 'Law', 'Music']);
});

function queue(name: string, institutionId: string) {
  return { id: name, name, kind: 'chat' as const, institutionId, coopId: null };
}

function operator(accountId: string, institutionId: string, assigned: number[]) {
  return {
    accountId,
    username: `${institutionId}-${accountId}`,
    displayName: accountId,
    institutionId,
    institutionName: institutionId,
    chatAccess: true,
    mayEdit: true,
    assigned,
  };
}
