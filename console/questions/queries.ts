import { infiniteQueryOptions } from '@tanstack/react-query';
import { listTickets } from '#protocol/tickets.ts';
import { call } from '../platform/api/index.ts';
import type { QuestionsFilter } from './questions-search.ts';

/** Questions come in while the page is open; nothing announces them. */
const REFRESH_MILLISECONDS = 30_000;

/** All lists of questions, whatever their filter. */
export const QUESTIONS_KEY = ['questions'] as const;

export function questionsQuery(filter: QuestionsFilter) {
  return infiniteQueryOptions({
    queryKey: [...QUESTIONS_KEY, filter],
    queryFn: ({ pageParam, signal }) => {
      const state = filter === 'all' ? {} : { state: filter };
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return call(listTickets, { query: { ...state, ...cursor }, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MILLISECONDS,
  });
}
