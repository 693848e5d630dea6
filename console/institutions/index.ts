import { queryOptions } from '@tanstack/react-query';
import { listInstitutions } from '#protocol/institutions.ts';
import { call } from '../platform/api/index.ts';

/** The institutions that the reader can see. They change rarely. */
export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: ({ signal }) => call(listInstitutions, { signal }),
  staleTime: 300_000,
});
