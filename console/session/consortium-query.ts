import { queryOptions } from '@tanstack/react-query';
import { readConsortium } from '#protocol/setup.ts';
import { call } from '../platform/api/index.ts';

/** Whose Carrel it is. It changes once in years. */
export const consortiumQuery = queryOptions({
  queryKey: ['consortium'],
  queryFn: ({ signal }) => call(readConsortium, { signal }),
  staleTime: 300_000,
});
