import type { DeskView } from '../../platform/connection/index.ts';

/** Why the waiting list is empty, by what the operator could do about it. */
export type EmptyReason = 'no_queue' | 'not_opted_in' | 'not_available' | 'full' | 'quiet';

export function whyNobodyWaits({ queues, presence }: DeskView): EmptyReason {
  if (queues.length === 0) return 'no_queue';
  if (!queues.some(({ optedIn }) => optedIn)) return 'not_opted_in';
  if (presence.state !== 'available') return 'not_available';
  return presence.openChats >= presence.maxChats ? 'full' : 'quiet';
}
