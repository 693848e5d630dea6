/** Random choices that a seed repeats. */
export interface SeededRandom {
  /** At least 0, below 1. */
  next(): number;
  below(limit: number): number;
  isTrue(): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32: small, and random enough to choose test cases by. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const random: SeededRandom = {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    below: (limit) => Math.floor(random.next() * limit),
    isTrue: () => random.next() < 0.5,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[random.below(items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
  };
  return random;
}
