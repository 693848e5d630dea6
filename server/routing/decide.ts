import type { Hours } from '#protocol/hours.ts';
import type { OperatorState } from '#protocol/presence.ts';
import { isOpen } from '../institutions/index.ts';

/**
 * Where a waiting chat goes next. Pure: chain, hours, presence, load and time come in, offers go out;
 * called at the opening, when a step's seconds are over, and whenever anything of it changes.
 */

export interface Step {
  readonly queueIds: readonly string[];
  /** Before the next step is alerted too. */
  readonly waitSeconds: number;
  /** When the step's co-op answers for the chat's library; null: always, as for its own queues. */
  readonly coverage: Hours | null;
}

/** Somebody who is at the desk and opted in. */
export interface OperatorThere {
  readonly state: OperatorState;
  readonly openChats: number;
  readonly maxChats: number;
}

export interface QueueNow {
  /** Null: always. */
  readonly hours: Hours | null;
  readonly operators: readonly OperatorThere[];
}

/** All that is known of one moment. A queue that is not in it is gone. */
export interface Scene {
  readonly now: Date;
  readonly queues: ReadonlyMap<string, QueueNow>;
}

export interface WaitingChat {
  /** As it is now, which need not be as it was at the last look. */
  readonly chain: readonly Step[];
  /** Queues that it rings at. */
  readonly offeredTo: ReadonlySet<string>;
  readonly stepsAlerted: number;
  /** Null before the first step and after the last one. */
  readonly nextStepAt: Date | null;
  readonly formOfferAt: Date | null;
  readonly formOffered: boolean;
}

export interface Decision {
  /** Queues to offer the chat to now, beside those that have it. */
  readonly alert: readonly string[];
  /** Queues that lose the offer: out of the chain, or out of coverage. */
  readonly withdraw: readonly string[];
  readonly stepsAlerted: number;
  readonly nextStepAt: Date | null;
  /** The patron is offered the form; they may go on waiting. */
  readonly offerForm: boolean;
}

/**
 * A step with nobody online is passed at once, but offered the chat all the same: who comes a
 * moment later finds it. A step out of coverage is passed at once and not offered, until coverage
 * begins. With nobody anywhere the form is offered at once.
 */
export function decide(chat: WaitingChat, scene: Scene): Decision {
  const { chain } = chat;
  const { now } = scene;
  const covered = chain.map(({ coverage }) => isOpen(coverage, now));
  const online = chain.map(
    ({ queueIds }, n) =>
      covered[n] === true && queueIds.some((id) => isQueueOnline(scene.queues.get(id), now)),
  );
  let stepsAlerted = Math.min(chat.stepsAlerted, chain.length);
  let { nextStepAt } = chat;
  for (const [n, step] of chain.entries()) {
    if (n < stepsAlerted) continue;
    const someoneHears = online.slice(0, n).includes(true);
    const due = nextStepAt === null || nextStepAt <= now;
    if (someoneHears && !due) break;
    stepsAlerted = n + 1;
    nextStepAt = new Date(now.getTime() + (online[n] ? step.waitSeconds * 1_000 : 0));
  }

  const reached = chain.slice(0, stepsAlerted).filter((_, n) => covered[n]);
  const ringing = new Set(reached.flatMap(({ queueIds }) => queueIds));
  const nobody = !online.includes(true);
  const unanswered = chat.formOfferAt !== null && chat.formOfferAt <= now;
  return {
    alert: [...ringing].filter((queueId) => !chat.offeredTo.has(queueId)),
    withdraw: [...chat.offeredTo].filter((queueId) => !ringing.has(queueId)),
    stepsAlerted,
    nextStepAt: stepsAlerted >= chain.length ? null : nextStepAt,
    offerForm: !chat.formOffered && (nobody || unanswered),
  };
}

/** Somebody would be offered a chat of this queue now. */
export function isQueueOnline(queue: QueueNow | undefined, now: Date): boolean {
  return (
    queue !== undefined &&
    isOpen(queue.hours, now) &&
    queue.operators.some(
      ({ state, openChats, maxChats }) => state === 'available' && openChats < maxChats,
    )
  );
}

/** Online: somebody would be offered a chat. Away: somebody is there, and nobody takes one. */
export function judgeAvailability(
  chain: readonly Step[],
  { now, queues }: Scene,
): { online: boolean; away: boolean } {
  const answering = chain
    .filter(({ coverage }) => isOpen(coverage, now))
    .flatMap(({ queueIds }) => queueIds.map((queueId) => queues.get(queueId)));
  const online = answering.some((queue) => isQueueOnline(queue, now));
  const away = answering.some(
    (queue) =>
      queue !== undefined &&
      isOpen(queue.hours, now) &&
      queue.operators.some(({ state }) => state !== 'invisible'),
  );
  return { online, away: away && !online };
}

/**
 * How many steps of a chain that has changed count as alerted: up to the last one that a queue of its
 * own was offered the chat by. What was alerted stays so, wherever it stands now.
 */
export function stepsReached(chain: readonly Step[], offeredTo: ReadonlySet<string>): number {
  const earlier = new Set<string>();
  let reached = 0;
  for (const [n, { queueIds }] of chain.entries()) {
    if (queueIds.some((queueId) => offeredTo.has(queueId) && !earlier.has(queueId)))
      reached = n + 1;
    for (const queueId of queueIds) earlier.add(queueId);
  }
  return reached;
}

/** When the step after those alerted so far is due, for a chat that waits anew. */
export function restartStep(
  chain: readonly Pick<Step, 'waitSeconds'>[],
  stepsAlerted: number,
  now: Date,
): Date | null {
  if (stepsAlerted >= chain.length) return null;
  const seconds = chain[stepsAlerted - 1]?.waitSeconds ?? 0;
  return new Date(now.getTime() + seconds * 1_000);
}
