import type { Rate } from './traffic.ts';

interface Bucket {
  tokens: number;
  /** When `tokens` was true, in milliseconds. */
  at: number;
}

export interface Buckets {
  /** Takes one token; answers 0, or the seconds until the next one. */
  take(key: string): number;
  readonly size: number;
}

/** Keys kept at most; a flood of addresses costs memory no further. */
const MOST_KEYS = 100_000;

/** Token buckets by key, full at first. `now` in milliseconds. */
export function createBuckets(rate: Rate, now: () => number): Buckets {
  const perMillisecond = rate.perSecond / 1_000;
  const buckets = new Map<string, Bucket>();

  return {
    take(key) {
      const at = now();
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        if (buckets.size >= MOST_KEYS) dropFull(buckets, at - rate.burst / perMillisecond);
        buckets.set(key, { tokens: rate.burst - 1, at });
        return 0;
      }
      bucket.tokens = Math.min(rate.burst, bucket.tokens + (at - bucket.at) * perMillisecond);
      bucket.at = at;
      if (bucket.tokens < 1) return (1 - bucket.tokens) / rate.perSecond;
      bucket.tokens -= 1;
      return 0;
    },
    get size() {
      return buckets.size;
    },
  };
}

/** Who was silent for the time that fills a bucket needs none. If nobody was, the oldest go: never all memory. */
function dropFull(buckets: Map<string, Bucket>, silentSince: number): void {
  for (const [key, bucket] of buckets) if (bucket.at <= silentSince) buckets.delete(key);
  let surplus = buckets.size - MOST_KEYS / 2;
  if (buckets.size < MOST_KEYS) return;
  for (const key of buckets.keys()) {
    if (surplus-- <= 0) return;
    buckets.delete(key);
  }
}
