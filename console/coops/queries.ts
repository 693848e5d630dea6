import { queryOptions } from '@tanstack/react-query';
import { listCoops, readCoop } from '#protocol/coops.ts';
import { readLevels } from '#protocol/levels.ts';
import { call } from '../platform/api/index.ts';

/** Whatever is known of co-ops, their libraries and their people. */
export const COOPS_KEY = ['coops'] as const;

/** Those that the reader has a level in; for the owner, all. */
export const coopsQuery = queryOptions({
  queryKey: [...COOPS_KEY, 'list'],
  queryFn: ({ signal }) => call(listCoops, { signal }),
  staleTime: 60_000,
});

/** Whatever is known of one co-op. */
export function coopKey(coopId: string) {
  return [...COOPS_KEY, 'one', coopId] as const;
}

export function coopQuery(coopId: string) {
  return queryOptions({
    queryKey: [...coopKey(coopId), 'detail'],
    queryFn: ({ signal }) => call(readCoop, { params: { coopId }, signal }),
  });
}

export const levelsQuery = queryOptions({
  queryKey: ['levels'],
  queryFn: ({ signal }) => call(readLevels, { signal }),
  // A table in the server’s code.
  staleTime: Number.POSITIVE_INFINITY,
});
