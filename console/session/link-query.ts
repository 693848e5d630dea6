import { queryOptions } from '@tanstack/react-query';
import { checkPasswordLink } from '#protocol/passwords.ts';
import { call } from '../platform/api/index.ts';

export const LINK_KEY = ['password-link'] as const;

/** Whose password the link from a mail is for. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: [...LINK_KEY, token],
    queryFn: ({ signal }) => call(checkPasswordLink, { body: { token }, signal }),
    // A form in which somebody types is not taken away under their hands: the server tells at the end.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: token !== '',
  });
}
