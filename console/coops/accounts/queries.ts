import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { listCoopAccounts, listCoopCandidates } from '#protocol/coop-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { coopKey } from '../queries.ts';
import type { AccountsSearch } from './accounts-search.ts';

const PAGE = 100;

interface Paged {
  readonly nextCursor: string | null;
}
const paging = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }: Paged) => nextCursor,
  // The old list stays in sight until the new one has come.
  placeholderData: keepPreviousData,
};

/** The people of a co-op, page by page. */
export function coopAccountsQuery(coopId: string, { q, institution, level }: AccountsSearch) {
  const narrowed = { q, institutionId: institution, level };
  return infiniteQueryOptions({
    queryKey: [...coopKey(coopId), 'accounts', narrowed],
    queryFn: ({ pageParam, signal }) =>
      call(listCoopAccounts, {
        params: { coopId },
        query: { ...narrowed, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    ...paging,
  });
}

/** Whom the reader may add, page by page. */
export function candidatesQuery(coopId: string, { q, institution }: AccountsSearch) {
  const narrowed = { q, institutionId: institution };
  return infiniteQueryOptions({
    queryKey: [...coopKey(coopId), 'candidates', narrowed],
    queryFn: ({ pageParam, signal }) =>
      call(listCoopCandidates, {
        params: { coopId },
        query: { ...narrowed, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    ...paging,
  });
}
