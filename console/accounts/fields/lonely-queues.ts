import type { AssignmentMatrix } from '#protocol/queue-administration.ts';

/** Who leaves which queues; null: all of theirs. */
export interface Leaving {
  readonly accountIds: readonly string[];
  readonly queueIds: readonly string[] | null;
}

/**
 * Names of queues that have somebody to answer now, and would have nobody. Without chat access
 * nobody answers, so such an operator does not count; at a practice queue nobody has to.
 */
export function lonelyQueues({ queues, operators }: AssignmentMatrix, leaving: Leaving): string[] {
  const answering = operators.filter(({ chatAccess }) => chatAccess);
  return queues.flatMap(({ id, name, kind }, position) => {
    if (kind === 'practice') return [];
    if (leaving.queueIds !== null && !leaving.queueIds.includes(id)) return [];
    const staff = answering.filter(({ assigned }) => assigned.includes(position));
    const isLonely = staff.every(({ accountId }) => leaving.accountIds.includes(accountId));
    return staff.length > 0 && isLonely ? [name] : [];
  });
}
