import type { Hours } from '#protocol/hours.ts';
import type { StoredChainStep } from '../platform/database/index.ts';
import type { QueueNow, Scene, Step } from './decide.ts';

export interface RoutedQueue extends QueueNow {
  readonly kind: 'chat' | 'proactive' | 'practice';
  /** Null: its library's own. */
  readonly coopId: string | null;
}

/** A scene in which chains can be followed. */
export interface Network extends Scene {
  readonly queues: ReadonlyMap<string, RoutedQueue>;
  /** By co-op, the libraries that it answers for, and when. */
  readonly coverage: ReadonlyMap<string, ReadonlyMap<string, Hours | null>>;
}

export interface Home {
  readonly institutionId: string;
  readonly chain: readonly StoredChainStep[];
}

/**
 * A co-op in the chain becomes its queues. Steps that lead nowhere any more are left out: a deleted
 * queue, one that is for practising now, a co-op that has ended or that the library has left.
 */
export function resolveChain(network: Network, { institutionId, chain }: Home): Step[] {
  return chain.flatMap(({ queueId, coopId, waitSeconds }) => {
    const queue = queueId === undefined ? undefined : network.queues.get(queueId);
    const answeringId = coopId ?? queue?.coopId ?? null;
    const isThere = queue !== undefined && queue.kind !== 'practice';
    const queueIds =
      queueId === undefined ? chatQueuesOf(network, coopId) : isThere ? [queueId] : [];
    if (queueIds.length === 0) return [];
    if (answeringId === null) return [{ queueIds, waitSeconds, coverage: null }];
    const coverage = network.coverage.get(answeringId)?.get(institutionId);
    return coverage === undefined ? [] : [{ queueIds, waitSeconds, coverage }];
  });
}

/**
 * The steps that a waiting chat follows: those that it was passed on to, or its widget's, as they are
 * now. What it was passed on to may be gone; its library's own chain is the way back.
 */
export function chainOf(
  network: Network,
  chat: Home & { readonly route: readonly StoredChainStep[] | null },
): Step[] {
  const passedOn = chat.route
    ? resolveChain(network, { institutionId: chat.institutionId, chain: chat.route })
    : [];
  return passedOn.length > 0 ? passedOn : resolveChain(network, chat);
}

function chatQueuesOf({ queues }: Network, coopId: string | undefined): string[] {
  if (coopId === undefined) return [];
  return [...queues]
    .filter(([, queue]) => queue.coopId === coopId && queue.kind === 'chat')
    .map(([queueId]) => queueId);
}
