import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import { hasWords } from '../platform/fields/index.ts';
import type { AssignmentsSearch } from './assignments-search.ts';

export type Operator = AssignmentMatrix['operators'][number];

export interface Column {
  readonly queue: AssignmentMatrix['queues'][number];
  /** Place in the whole matrix, by which operators name their queues. */
  readonly position: number;
  /** Whose it is; null where all are of one library. Twenty libraries have a queue “Reference”. */
  readonly library: string | null;
}

export interface ShownMatrix {
  readonly operators: readonly Operator[];
  readonly columns: readonly Column[];
}

/** What of the matrix the search asks for. A library's queues may be staffed by another's operators, who then stay. */
export function shownMatrix(matrix: AssignmentMatrix, search: AssignmentsSearch): ShownMatrix {
  const { q = '', queue: name = '', library } = search;
  const libraries = librariesOf(matrix);
  const columns = matrix.queues
    .map((queue, position) => ({
      queue,
      position,
      library: libraries.size > 1 ? (libraries.get(queue.institutionId ?? '') ?? null) : null,
    }))
    .filter(
      ({ queue, library: owner }) =>
        hasWords(`${queue.name} ${owner ?? ''}`, name) &&
        (library === undefined || queue.institutionId === library),
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

/** Names of libraries by id, as their operators bear them. */
function librariesOf({ operators }: AssignmentMatrix): ReadonlyMap<string, string> {
  return new Map(
    operators.map(({ institutionId, institutionName }) => [institutionId, institutionName]),
  );
}

/** A queue by a name that no other has. */
export function nameColumn({ queue, library }: Column): string {
  return library === null ? queue.name : `${queue.name}, ${library}`;
}
