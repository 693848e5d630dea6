import type { AssignmentMatrix } from '#protocol/queue-administration.ts';

export interface Assignment {
  readonly accountId: string;
  readonly queueId: string;
  readonly isAssigned: boolean;
}

/** The matrix with one cell as said. Rows that are not concerned stay the same objects, so that they are not drawn anew. */
export function withAssignment(
  matrix: AssignmentMatrix,
  { accountId, queueId, isAssigned }: Assignment,
): AssignmentMatrix {
  const position = matrix.queues.findIndex(({ id }) => id === queueId);
  const index = matrix.operators.findIndex((operator) => operator.accountId === accountId);
  const operator = matrix.operators[index];
  if (position === -1 || operator === undefined) return matrix;
  const others = operator.assigned.filter((other) => other !== position);
  const assigned = isAssigned ? [...others, position].sort((one, other) => one - other) : others;
  return { ...matrix, operators: matrix.operators.with(index, { ...operator, assigned }) };
}
