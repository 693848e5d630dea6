import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readActivity } from '#protocol/contribution.ts';
import { listCoopAdmins } from '#protocol/coops.ts';
import { coopKey } from '../coops/index.ts';
import { call } from '../platform/api/index.ts';

/** The reader’s own time at the co-op’s desk. */
export function activityQuery(coopId: string) {
  return infiniteQueryOptions({
    queryKey: ['activity', coopId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return call(readActivity, { params: { coopId }, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Whom to ask. */
export function coopAdminsQuery(coopId: string) {
  return queryOptions({
    queryKey: [...coopKey(coopId), 'admins'],
    queryFn: ({ signal }) => call(listCoopAdmins, { params: { coopId }, signal }),
  });
}
