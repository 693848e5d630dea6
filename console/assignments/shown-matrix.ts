import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import type { AssignmentsSearch } from './assignments-search.ts';
import { hasWords } from './has-words.ts';

export type Operator = AssignmentMatrix['operators'][number];

export interface Column {
  readonly queue: AssignmentMatrix['queues'][number];
  /** Place in the whole matrix, by which operators name their queues. */
  readonly position: number;
}

export interface ShownMatrix {
  readonly operators: readonly Operator[];
  readonly columns: readonly Column[];
}

/** What of the matrix the search asks for. A library's queues may be staffed by another's operators, who then stay. */
export function shownMatrix(matrix: AssignmentMatrix, search: AssignmentsSearch): ShownMatrix {
  const { q = '', queue: name = '', library } = search;
  const columns = matrix.queues
    .map((queue, position) => ({ queue, position }))
    .filter(
      ({ queue }) =>
        hasWords(queue.name, name) && (library === undefined || queue.institutionId === library),
    );
  const seen = new Set(columns.map(({ position }) => position));
  const operators = matrix.operators.filter(
    ({ username, displayName, institutionName, institutionId, assigned }) =>
      hasWords(`${username} ${displayName} ${institutionName}`, q) &&
      (library === undefined ||
        institutionId === library ||
        assigned.some((position) => seen.has(position))),
  );
  return { operators, columns };
}
