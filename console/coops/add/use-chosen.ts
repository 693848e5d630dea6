import { useCallback, useRef, useState } from 'react';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { type Chosen, choose, chooseBetween, isWhole, NOBODY_CHOSEN, toggleAll } from './chosen.ts';

export interface Choosing {
  readonly chosen: Chosen;
  readonly isWhole: boolean;
  /** `reach`: all from the last tick to here. */
  readonly tick: (candidate: CoopCandidate, reach: boolean) => void;
  readonly tickAll: () => void;
  readonly add: (candidates: readonly CoopCandidate[]) => void;
  readonly replace: (candidates: readonly CoopCandidate[]) => void;
}

/** Who is ticked, of a list that grows as one scrolls and changes as one searches. */
export function useChosen(listed: readonly CoopCandidate[]): Choosing {
  const [chosen, setChosen] = useState(NOBODY_CHOSEN);
  const last = useRef<string | null>(null);
  const shown = useRef(listed);
  shown.current = listed;

  return {
    chosen,
    isWhole: isWhole(chosen, listed),
    tick: useCallback((candidate, reach) => {
      const from = reach ? last.current : null;
      last.current = candidate.accountId;
      setChosen((before) => chooseBetween(before, shown.current, from, candidate));
    }, []),
    tickAll: useCallback(() => setChosen((before) => toggleAll(before, shown.current)), []),
    add: useCallback((candidates) => setChosen((before) => choose(before, candidates)), []),
    replace: useCallback((candidates) => setChosen(choose(NOBODY_CHOSEN, candidates)), []),
  };
}
