import type { Hours } from '#protocol/hours.ts';
import type { OperatorThere, QueueNow, Scene, WaitingChat } from '../server/routing/decide.ts';

/** Monday, at nine o’clock in UTC. */
export const NOW = new Date('2026-03-02T09:00:00.000Z');
export const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

export const LOCAL = { queueIds: ['local'], waitSeconds: 20, coverage: null };
export const COOP = { queueIds: ['night', 'weekend'], waitSeconds: 30, coverage: null };
export const LAST = { queueIds: ['last'], waitSeconds: 40, coverage: null };

export const opening: WaitingChat = {
  chain: [LOCAL, COOP, LAST],
  offeredTo: new Set(),
  stepsAlerted: 0,
  nextStepAt: null,
  formOfferAt: at(60),
  formOffered: false,
};
export const waitingLocally: WaitingChat = {
  ...opening,
  offeredTo: new Set(['local']),
  stepsAlerted: 1,
  nextStepAt: at(5),
};
export const waitingEverywhere: WaitingChat = {
  ...opening,
  offeredTo: new Set(['local', 'night', 'weekend', 'last']),
  stepsAlerted: 3,
  nextStepAt: null,
};
export const NOTHING = { alert: [], withdraw: [], offerForm: false } as const;

export const READY: OperatorThere = { state: 'available', openChats: 0, maxChats: 3 };
export const FULL: OperatorThere = { state: 'available', openChats: 3, maxChats: 3 };
export const AWAY: OperatorThere = { state: 'away', openChats: 0, maxChats: 3 };
export const HIDDEN: OperatorThere = { state: 'invisible', openChats: 0, maxChats: 3 };

/** One ready operator at each of these queues, at the moment. */
export function ready(queueIds: readonly string[], now = NOW): Scene {
  return scene(Object.fromEntries(queueIds.map((queueId) => [queueId, [READY]])), now);
}

export function scene(
  operators: Record<string, readonly OperatorThere[]>,
  now = NOW,
  hours: Record<string, Hours> = {},
): Scene {
  const queues = ['local', 'night', 'weekend', 'last'].map((queueId): [string, QueueNow] => [
    queueId,
    { hours: hours[queueId] ?? null, operators: operators[queueId] ?? [] },
  ]);
  return { now, queues: new Map(queues) };
}
