import type { Queue } from '#protocol/queues.ts';
import { type Acting, managesInstitution } from '../accounts/index.ts';
import { problem } from '../platform/problem.ts';

type Owned = Pick<Queue, 'institutionId'>;

/** A local queue is looked after by its institution's admins and the owner; a co-op's by the owner alone. */
export function mayEditQueue(actor: Acting, { institutionId }: Owned): boolean {
  if (institutionId === null) return actor.role === 'owner';
  return managesInstitution(actor, institutionId);
}

/** @throws may_not for who sees a queue and does not look after it */
export function refuseUnlessEditor(actor: Acting, queue: Owned): void {
  if (mayEditQueue(actor, queue)) return;
  throw problem(
    'may_not',
    queue.institutionId === null
      ? 'A co-op’s queue is changed by the owner, and opened by a level in the co-op.'
      : 'A queue is changed by the admins of its institution and the owner.',
  );
}
