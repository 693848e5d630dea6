import type { Account } from '#protocol/accounts.ts';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import type { Queue } from '#protocol/queues.ts';
import type { Thing } from '../shared-things/index.ts';

export interface StaffedQueue extends Thing, Pick<Queue, 'coopId' | 'kind'> {
  readonly kind: Queue['kind'];
}

/** Queues with who staffs them. A co-op's are kept where the co-op is: a level in it opens them. */
export function staffedQueues(
  queues: readonly Queue[],
  matrix: AssignmentMatrix | undefined,
  reader: Pick<Account, 'role' | 'institutionId'>,
): StaffedQueue[] {
  const members = membersOf(matrix);
  return queues.map((queue) => ({
    ...queue,
    memberIds: members.get(queue.id) ?? [],
    mayEdit:
      queue.institutionId !== null &&
      (reader.role === 'owner' ||
        (reader.role === 'admin' && reader.institutionId === queue.institutionId)),
  }));
}

function membersOf(matrix: AssignmentMatrix | undefined): Map<string, string[]> {
  const members = new Map(matrix?.queues.map(({ id }) => [id, [] as string[]]));
  for (const { accountId, assigned } of matrix?.operators ?? []) {
    for (const position of assigned) {
      members.get(matrix?.queues[position]?.id ?? '')?.push(accountId);
    }
  }
  return members;
}
