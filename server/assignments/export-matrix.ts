import writeExcelFile from 'write-excel-file/node';
import { csvLine } from '../platform/csv.ts';
import type { StoredMatrix, StoredOperator } from './matrix.ts';

/** In the cell of an operator and a queue that they staff. */
const MARK = 'x';

const PERSON = ['Username', 'Name', 'Institution'] as const;

/** Line by line: with everybody and every queue it is a file of some megabytes. */
export function* matrixAsCsv(matrix: StoredMatrix): Generator<string> {
  yield csvLine([...PERSON, ...matrix.queues.map(nameQueue(matrix))]);
  for (const operator of matrix.operators) {
    const cells = matrix.queues.map(() => '');
    for (const position of operator.assigned) cells[position] = MARK;
    yield csvLine([...describe(operator), ...cells]);
  }
}

/** The names stay in view: first row and first columns are frozen. */
export function matrixAsXlsx(matrix: StoredMatrix): Promise<Buffer> {
  const heading = [...PERSON, ...matrix.queues.map(nameQueue(matrix))].map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const rows = matrix.operators.map((operator) => {
    // Empty cells are left out behind the last mark: most of them are.
    const cells: ({ value: string; type: StringConstructor } | null)[] = Array.from(
      { length: (operator.assigned.at(-1) ?? -1) + 1 },
      () => null,
    );
    for (const position of operator.assigned) cells[position] = { value: MARK, type: String };
    return [...describe(operator).map((value) => ({ value, type: String })), ...cells];
  });
  return writeExcelFile([heading, ...rows], {
    sheet: 'Assignments',
    stickyRowsCount: 1,
    stickyColumnsCount: PERSON.length,
  }).toBuffer();
}

function describe({ username, displayName, institutionName }: StoredOperator): string[] {
  return [username, displayName, institutionName];
}

/** Queues of several institutions bear the same names: then the institution's stands before it. */
function nameQueue({ queues }: StoredMatrix) {
  const isOfOne = queues.every(({ institutionId }) => institutionId === queues[0]?.institutionId);
  return ({ name, institutionName }: StoredMatrix['queues'][number]): string =>
    isOfOne ? name : `${institutionName}: ${name}`;
}
