import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CallInput } from '#protocol/endpoint.ts';
import { exportFeedback, listFeedback } from '#protocol/feedback.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';
import { FEEDBACK_KEY } from './unread-query.ts';

export type FeedbackFilter = CallInput<typeof exportFeedback>['query'];

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
