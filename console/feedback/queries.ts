import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '#protocol/endpoint.ts';
import { countUnreadFeedback, exportFeedback, listFeedback } from '#protocol/feedback.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';

export type FeedbackFilter = CallInput<typeof exportFeedback>['query'];

/** All that is known of ratings and notes. */
export const FEEDBACK_KEY = ['feedback'] as const;

export function feedbackQuery(filter: FeedbackFilter) {
  return infiniteQueryOptions({
    queryKey: [...FEEDBACK_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return call(listFeedback, { query: { ...filter, ...cursor }, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Where the same is as a file. */
export function feedbackFile(filter: FeedbackFilter): string {
  return addressOf(exportFeedback.path, { query: filter });
}

/** How much about the reader, or in reply to them, they have not read. */
export const unreadQuery = queryOptions({
  queryKey: [...FEEDBACK_KEY, 'unread'],
  queryFn: ({ signal }) => call(countUnreadFeedback, { signal }),
  staleTime: 30_000,
});
