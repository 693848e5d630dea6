import { queryOptions } from '@tanstack/react-query';
import { countUnreadFeedback } from '#protocol/feedback.ts';
import { call } from '../platform/api/index.ts';

/** All that is known of ratings and notes. */
export const FEEDBACK_KEY = ['feedback'] as const;

/** Milliseconds between two looks: a note can wait so long. */
const LOOK_MILLISECONDS = 120_000;

/** How much about the reader, or in reply to them, they have not read. */
export const unreadQuery = queryOptions({
  queryKey: [...FEEDBACK_KEY, 'unread'],
  queryFn: ({ signal }) => call(countUnreadFeedback, { signal }),
  staleTime: 30_000,
  refetchInterval: LOOK_MILLISECONDS,
});
