import { useSyncExternalStore } from 'react';
import type { ServerFrame } from '#protocol/frames.ts';
import { WRITING_SECONDS } from '#protocol/limits.ts';
import { createStore } from '../platform/connection/index.ts';

type Writing = Extract<ServerFrame, { t: 'writing' }>;
/** Names by account, by ticket: of those who are writing an answer at this moment. */
type Writers = Readonly<Record<string, ReadonlyMap<string, string>>>;

const NOBODY: ReadonlyMap<string, string> = new Map();
const store = createStore<Writers>({});
const fading = new Map<string, number>();

/** One who is cut off says no more that they have stopped: their mark fades. */
export function receiveWriting({ ticketId, accountId, name, on }: Writing): void {
  const key = `${ticketId} ${accountId}`;
  window.clearTimeout(fading.get(key));
  fading.delete(key);
  const set = (to: string | null) =>
    store.update((writers) => {
      const others = new Map(writers[ticketId]);
      if (to === null) others.delete(accountId);
      else others.set(accountId, to);
      return { ...writers, [ticketId]: others };
    });
  set(on ? name : null);
  if (on)
    fading.set(
      key,
      window.setTimeout(() => set(null), WRITING_SECONDS * 1_000),
    );
}

/** Colleagues who are writing an answer to the ticket, by account. */
export function useWriters(ticketId: string): ReadonlyMap<string, string> {
  return useSyncExternalStore(store.subscribe, () => store.getState()[ticketId] ?? NOBODY);
}
