/** What is going to happen, in the order of its time. */
export interface Agenda {
  /** Milliseconds of the epoch. Of two at the same time, the one that was put in first comes first. */
  at(time: number, act: () => Promise<void>): void;
  /** Null: nothing is left. */
  nextAt(): number | null;
  /** The next act whose time has come, taken out. */
  take(now: number): (() => Promise<void>) | undefined;
}

interface Entry {
  readonly time: number;
  readonly act: () => Promise<void>;
}

export function makeAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    at(time, act) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.time ?? 0) <= time) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { time, act });
    },
    nextAt: () => entries[0]?.time ?? null,
    take(now) {
      const [first] = entries;
      if (!first || first.time > now) return undefined;
      entries.shift();
      return first.act;
    },
  };
}
