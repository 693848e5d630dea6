import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, NetworkProblem } from './problems.ts';
import { isReachable, listenToReachability } from './reachability.ts';

const listeners = new Set<() => void>();

/** Calls back when the server no longer knows the session; returns what ends that. */
export function listenToSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For those who learn it elsewhere than by a call: the live socket, closed as not signed in. */
export function tellSessionEnded(): void {
  for (const listener of listeners) listener();
}

const rightsListeners = new Set<() => void>();

/** Calls back when the server refuses what the session seemed to allow; returns what ends that. */
export function listenToLostRights(listener: () => void): () => void {
  rightsListeners.add(listener);
  return () => rightsListeners.delete(listener);
}

export function tellLostRights(): void {
  for (const listener of rightsListeners) listener();
}

function notice(error: unknown): void {
  if (isProblem(error, 'not_signed_in')) tellSessionEnded();
  if (isProblem(error, 'second_factor_required')) tellLostRights();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one however often it is asked; a lost answer may come the second time.
      retry: (failures, error) => error instanceof NetworkProblem && failures < 2,
    },
    mutations: { retry: false },
  },
});

listenToReachability(() => {
  if (isReachable()) void queryClient.invalidateQueries({ refetchType: 'active' });
});
