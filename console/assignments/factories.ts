import type { AssignmentMatrix } from '#protocol/queue-administration.ts';

/** A row of the matrix, for tests: of Northfield, with the queues at these places. */
export function matrixOperator(
  accountId: string,
  assigned: number[],
): AssignmentMatrix['operators'][number] {
  return {
    accountId,
    username: accountId,
    displayName: accountId,
    institutionId: 'northfield',
    institutionName: 'Northfield',
    chatAccess: true,
    mayEdit: true,
    assigned,
  };
}
