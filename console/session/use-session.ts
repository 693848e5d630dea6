import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Account, readSession } from '#protocol/accounts.ts';
import { call } from '../platform/api/index.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(readSession, { signal }),
  // Every other call tells when the session is over.
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in. Only below the staff's layout, which lets nobody else in. */
export function useSession(): Account {
  return useSuspenseQuery(sessionQuery).data.account;
}

/** They have seen the tour of the desk, or skipped it. */
export function useIsToured(): boolean {
  return useSuspenseQuery(sessionQuery).data.isToured;
}

/** Signed in, but shut out of everything until they have added a second factor. */
export function useMustAddSecondFactor(): boolean {
  return useSuspenseQuery(sessionQuery).data.mustAddSecondFactor;
}
