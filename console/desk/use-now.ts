import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../platform/connection/index.ts';
import { useConnectionState } from '../platform/connection/index.ts';

const TICK = 1_000;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let second = Math.floor(Date.now() / TICK);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tick, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  second = Math.floor(Date.now() / TICK);
  for (const listener of listeners) listener();
}

const selectOffset = (state: ConnectionState) => state.clockOffset;

/** The server's time in milliseconds, to the second. One clock for the page, stopped while nobody reads it. */
export function useServerNow(): number {
  const offset = useConnectionState(selectOffset);
  return useSyncExternalStore(subscribe, () => second) * TICK + offset;
}

/** This machine's time in milliseconds, to the second. */
export function useOwnNow(): number {
  return useSyncExternalStore(subscribe, () => second) * TICK;
}
