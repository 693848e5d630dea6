import type { Queue } from '#protocol/queues.ts';
import type { ChainStep } from '#protocol/widgets.ts';

/** A step of a chain names a queue or a co-op: one value for both, as a select has it. */
export type Target = `queue:${string}` | `coop:${string}`;

export function targetOf(step: ChainStep): Target {
  return step.queueId === undefined ? `coop:${step.coopId ?? ''}` : `queue:${step.queueId}`;
}

export function stepTo(target: string, waitSeconds: number): ChainStep {
  const id = target.slice(target.indexOf(':') + 1);
  return target.startsWith('coop:') ? { coopId: id, waitSeconds } : { queueId: id, waitSeconds };
}

/** What a step is called; null for a queue that the reader cannot see. A co-op goes by its queue's name. */
export function nameOfStep(step: ChainStep, queues: readonly Queue[]): string | null {
  const queue = queues.find(({ id, coopId }) =>
    step.queueId === undefined ? coopId !== null && coopId === step.coopId : id === step.queueId,
  );
  return queue?.name ?? null;
}

/** Swaps the step with the one above it. */
export function moveUp(chain: readonly ChainStep[], index: number): ChainStep[] {
  const step = chain[index];
  if (step === undefined || index === 0) return [...chain];
  return [
    ...chain.slice(0, index - 1),
    step,
    ...chain.slice(index - 1, index),
    ...chain.slice(index + 1),
  ];
}

/** Steps with when each is alerted: a chain's seconds add up, and the last step's lead nowhere. */
export function withStart(chain: readonly ChainStep[]): { step: ChainStep; after: number }[] {
  let after = 0;
  return chain.map((step) => {
    const started = { step, after };
    after += step.waitSeconds;
    return started;
  });
}
