import { queryOptions } from '@tanstack/react-query';
import { readMatrix } from '#protocol/queue-administration.ts';
import { call } from '../platform/api/index.ts';

/** Whatever is known of who staffs what. */
export const ASSIGNMENTS_KEY = ['assignments'] as const;

/** All operators and queues that the reader manages, in one answer. Filtered in the browser, as one types. */
export const matrixQuery = queryOptions({
  queryKey: [...ASSIGNMENTS_KEY, 'matrix'],
  queryFn: ({ signal }) => call(readMatrix, { query: {}, signal }),
  // Some megabytes for the largest consortium: its own changes are kept up to date without reading it again.
  staleTime: 60_000,
});
