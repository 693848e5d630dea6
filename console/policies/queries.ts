import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  listPolicyPages,
  listPolicyVersions,
  readPolicy,
  readPolicyVersion,
  searchPolicies,
} from '#protocol/policies.ts';
import { listPolicyProblems } from '#protocol/policy-problems.ts';
import { listPolicySecrets } from '#protocol/policy-secrets.ts';
import { call } from '../platform/api/index.ts';

/** Whatever is known of policy pages. */
export const POLICIES_KEY = ['policies'] as const;

/** An alert raised elsewhere stands beside an open chat within this time. */
const REFRESH_MILLISECONDS = 30_000;
const LIBRARIES_AT_ONCE = 200;
const FOUND_AT_ONCE = 20;

/** The place behind which a list goes on; nothing for its beginning. */
const from = (cursor: string | null) => (cursor === null ? {} : { cursor });
const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
};

export const pagesQuery = infiniteQueryOptions({
  queryKey: [...POLICIES_KEY, 'pages'],
  queryFn: ({ pageParam, signal }) =>
    call(listPolicyPages, { query: { limit: LIBRARIES_AT_ONCE, ...from(pageParam) }, signal }),
  ...paged,
});

export function policyQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...POLICIES_KEY, 'one', institutionId],
    queryFn: ({ signal }) => call(readPolicy, { params: { institutionId }, signal }),
    refetchInterval: REFRESH_MILLISECONDS,
  });
}

export function searchQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...POLICIES_KEY, 'search', q],
    queryFn: ({ pageParam, signal }) =>
      call(searchPolicies, { query: { q, limit: FOUND_AT_ONCE, ...from(pageParam) }, signal }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

export function secretsQuery(institutionId: string) {
  return infiniteQueryOptions({
    queryKey: [...POLICIES_KEY, 'secrets', institutionId],
    queryFn: ({ pageParam, signal }) =>
      call(listPolicySecrets, { params: { institutionId }, query: from(pageParam), signal }),
    ...paged,
  });
}

export function problemsQuery(institutionId: string, state: 'open' | 'resolved') {
  return infiniteQueryOptions({
    queryKey: [...POLICIES_KEY, 'problems', institutionId, state],
    queryFn: ({ pageParam, signal }) =>
      call(listPolicyProblems, {
        params: { institutionId },
        query: { state, ...from(pageParam) },
        signal,
      }),
    ...paged,
  });
}

export function versionsQuery(institutionId: string) {
  return infiniteQueryOptions({
    queryKey: [...POLICIES_KEY, 'versions', institutionId],
    queryFn: ({ pageParam, signal }) =>
      call(listPolicyVersions, { params: { institutionId }, query: from(pageParam), signal }),
    ...paged,
  });
}

export function versionQuery(institutionId: string, version: number) {
  return queryOptions({
    queryKey: [...POLICIES_KEY, 'version', institutionId, version],
    queryFn: ({ signal }) =>
      call(readPolicyVersion, { params: { institutionId, version }, signal }),
    // What was saved once never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
