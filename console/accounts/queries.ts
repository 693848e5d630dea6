import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checkUsername, listAccounts, readAccount } from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import { listContacts } from '#protocol/contacts.ts';
import { readMatrix } from '#protocol/queue-administration.ts';
import { listPools, listRooms } from '#protocol/shared-things.ts';
import { call } from '../platform/api/index.ts';
import type { UsersSearch } from './users-search.ts';

/** Whatever is known of accounts. */
export const ACCOUNTS_KEY = ['accounts'] as const;

const PAGE = 100;
const SUGGESTIONS = 30;

/** The list page by page; the old one stays in sight until the new one has come. */
export function accountsQuery({
  q,
  institution,
  role,
  queue,
  state,
  sort,
  descending,
}: UsersSearch) {
  const narrowed = { q, institutionId: institution, role, queueId: queue, state, sort };
  return infiniteQueryOptions({
    queryKey: [...ACCOUNTS_KEY, 'list', { ...narrowed, descending }],
    queryFn: ({ pageParam, signal }) =>
      call(listAccounts, {
        query: {
          ...narrowed,
          limit: PAGE,
          ...(descending ? { descending: 'true' } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Whom a field offers while one types in it. */
export function suggestionsQuery(q: string, role: Role | undefined) {
  return queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'suggestions', { q, role }],
    queryFn: ({ signal }) =>
      call(listAccounts, {
        query: { q: q === '' ? undefined : q, role, limit: SUGGESTIONS },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** Whom somebody of the institution may have for a contact, while one types. */
export function contactsQuery(institutionId: string, q: string) {
  return queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'contacts', { institutionId, q }],
    queryFn: ({ signal }) =>
      call(listContacts, {
        query: { institutionId, q: q === '' ? undefined : q, limit: SUGGESTIONS },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** The names of contacts that are chosen. */
export function chosenContactsQuery(institutionId: string, ids: readonly string[]) {
  return queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'contacts', { institutionId, ids }],
    queryFn: ({ signal }) =>
      call(listContacts, { query: { institutionId, ids: ids.join(',') }, signal }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'one', accountId],
    queryFn: ({ signal }) => call(readAccount, { params: { accountId }, signal }),
  });
}

export function usernameQuery(username: string, institutionId: string) {
  return queryOptions({
    queryKey: ['usernames', username, institutionId],
    queryFn: ({ signal }) =>
      call(checkUsername, { params: { username }, query: { institutionId }, signal }),
  });
}

export const poolsQuery = queryOptions({
  queryKey: ['pools'],
  queryFn: ({ signal }) => call(listPools, { signal }),
});

export const roomsQuery = queryOptions({
  queryKey: ['rooms'],
  queryFn: ({ signal }) => call(listRooms, { signal }),
});

/** Who staffs what, of one institution or of all that the reader sees. */
export function matrixQuery(institutionId: string | undefined) {
  return queryOptions({
    queryKey: ['assignments', 'staff', institutionId],
    queryFn: ({ signal }) => call(readMatrix, { query: { institutionId }, signal }),
  });
}
