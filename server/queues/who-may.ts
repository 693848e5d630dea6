import type { Queue } from '#protocol/queues.ts';
import { type Acting, managesInstitution } from '../accounts/index.ts';
import { problem } from '../platform/problem.ts';

type Owned = Pick<Queue, 'institutionId'>;

/** A local queue is looked after by its institution's admins and the owner; a co-op's, where the co-op is kept. */
export function mayEditQueue(actor: Acting, { institutionId }: Owned): boolean {
  return institutionId !== null && managesInstitution(actor, institutionId);
}

/** @throws may_not for who sees a queue and does not look after it */
export function refuseUnlessEditor(actor: Acting, queue: Owned): void {
  if (mayEditQueue(actor, queue)) return;
  throw problem(
    'may_not',
    queue.institutionId === null
      ? 'A co-op’s queue is changed where the co-op is kept, and opened by a level in it.'
      : 'A queue is changed by the admins of its institution and the owner.',
  );
}
