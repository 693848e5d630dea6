import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listAccounts } from '#protocol/account-administration.ts';
import { exportAudit, listAudit } from '#protocol/audit.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';
import { type AuditSearch, auditQueryOf } from './audit-search.ts';

const SUGGESTIONS = 20;

export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return call(listAudit, { query: { ...auditQueryOf(search), ...cursor }, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // The log grows with whatever was just done elsewhere.
    staleTime: 0,
  });
}

/** Where the same is as a file. */
export function auditFile(search: AuditSearch): string {
  return addressOf(exportAudit.path, { query: auditQueryOf(search) });
}

/** Whom a filter offers for what is typed in it. */
export function peopleQuery(typed: string) {
  return queryOptions({
    queryKey: ['accounts', 'people', typed],
    queryFn: ({ signal }) =>
      call(listAccounts, {
        query: { q: typed === '' ? undefined : typed, limit: SUGGESTIONS },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
