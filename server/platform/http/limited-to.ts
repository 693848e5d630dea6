import { createBuckets } from './buckets.ts';
import { type Rate, refuseAfter } from './traffic.ts';

/**
 * A limit of one endpoint's own, by account or whatever the key is, within this process.
 *
 * @returns takes one; throws `too_many_requests` with `Retry-After` in seconds
 */
export function limitedTo(rate: Rate, now: () => number): (key: string) => void {
  const buckets = createBuckets(rate, now);
  return (key) => refuseAfter(buckets.take(key));
}
