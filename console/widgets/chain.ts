import type { OwnedQueue } from '#protocol/queues.ts';
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

/** What a step is called: a co-op by its own name; null for what the reader cannot see. */
export function nameOfStep(step: ChainStep, queues: readonly OwnedQueue[]): string | null {
  if (step.queueId === undefined)
    return (
      queues.find(({ coopId }) => coopId !== null && coopId === step.coopId)?.ownerName ?? null
    );
  return queues.find(({ id }) => id === step.queueId)?.name ?? null;
}

export interface TargetGroup {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isCoop: boolean;
  readonly queues: readonly OwnedQueue[];
}

/** Where a chain may lead, by owner: the library's own queues first, then each co-op. */
export function targetGroups(queues: readonly OwnedQueue[]): TargetGroup[] {
  const byOwner = Map.groupBy(queues, ({ institutionId, coopId }) => coopId ?? institutionId ?? '');
  return [...byOwner]
    .map(([ownerId, owned]) => ({
      ownerId,
      ownerName: owned[0]?.ownerName ?? '',
      isCoop: owned[0]?.coopId !== null,
      queues: owned,
    }))
    .sort((one, other) => Number(one.isCoop) - Number(other.isCoop));
}

const USUAL_WAIT_SECONDS = 20;

/** What a chain most likely wants next: a queue of the library's own, else a co-op that is not in it yet. */
export function nextStep(
  chain: readonly ChainStep[],
  queues: readonly OwnedQueue[],
): ChainStep | null {
  const used = new Set(chain.map(targetOf));
  const steps = targetGroups(queues).flatMap(({ ownerId, isCoop, queues: owned }): ChainStep[] =>
    isCoop
      ? [{ coopId: ownerId, waitSeconds: USUAL_WAIT_SECONDS }]
      : owned
          .filter(({ kind }) => kind === 'chat')
          .map(({ id }) => ({ queueId: id, waitSeconds: USUAL_WAIT_SECONDS })),
  );
  return steps.find((step) => !used.has(targetOf(step))) ?? steps[0] ?? null;
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
