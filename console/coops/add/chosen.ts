import type { CoopCandidate } from '#protocol/coop-accounts.ts';

/**
 * Who has been ticked, by account, in the order of ticking. It outlives a search: one looks for the
 * first, ticks, looks for the next.
 */
export type Chosen = ReadonlyMap<string, CoopCandidate>;

export const NOBODY_CHOSEN: Chosen = new Map();

/** The server takes no more at once. */
export const MOST_CHOSEN = 1_000;

export function toggle(chosen: Chosen, candidate: CoopCandidate): Chosen {
  const next = new Map(chosen);
  if (!next.delete(candidate.accountId)) next.set(candidate.accountId, candidate);
  return next;
}

export function choose(chosen: Chosen, candidates: readonly CoopCandidate[]): Chosen {
  return new Map([
    ...chosen,
    ...candidates.map((candidate) => [candidate.accountId, candidate] as const),
  ]);
}

/** Ticks all that are listed, or takes their ticks away when all have one; others keep theirs. */
export function toggleAll(chosen: Chosen, listed: readonly CoopCandidate[]): Chosen {
  if (!isWhole(chosen, listed)) return choose(chosen, listed);
  const next = new Map(chosen);
  for (const { accountId } of listed) next.delete(accountId);
  return next;
}

/** With the shift key held: all of the list from one to another, in either direction. */
export function chooseBetween(
  chosen: Chosen,
  listed: readonly CoopCandidate[],
  from: string | null,
  to: CoopCandidate,
): Chosen {
  const start = listed.findIndex(({ accountId }) => accountId === from);
  const end = listed.findIndex(({ accountId }) => accountId === to.accountId);
  if (start === -1 || end === -1) return toggle(chosen, to);
  return choose(chosen, listed.slice(Math.min(start, end), Math.max(start, end) + 1));
}

export function isWhole(chosen: Chosen, listed: readonly CoopCandidate[]): boolean {
  return listed.length > 0 && listed.every(({ accountId }) => chosen.has(accountId));
}
