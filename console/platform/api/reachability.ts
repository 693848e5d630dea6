import { useSyncExternalStore } from 'react';

const PROBE_MILLISECONDS = 3_000;
const listeners = new Set<() => void>();
let reachable = true;
let probe: ReturnType<typeof setTimeout> | undefined;

/** Every call says how it went; after a failure the server is asked until it answers again. */
export function tellReachable(isReachable: boolean): void {
  if (!isReachable) probeLater();
  if (isReachable === reachable) return;
  reachable = isReachable;
  for (const listener of listeners) listener();
}

export function useReachable(): boolean {
  return useSyncExternalStore(listenToReachability, () => reachable);
}

/** Calls back whenever the server is lost or found; returns what ends that. */
export function listenToReachability(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isReachable(): boolean {
  return reachable;
}

function probeLater(): void {
  clearTimeout(probe);
  probe = setTimeout(async () => {
    const answer = await fetch('/health/live').catch(() => null);
    tellReachable(answer?.ok ?? false);
  }, PROBE_MILLISECONDS);
}
