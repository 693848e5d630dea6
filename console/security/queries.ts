import { queryOptions } from '@tanstack/react-query';
import { listSessions, readSecondFactors } from '#protocol/security.ts';
import { call } from '../platform/api/index.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, { signal }),
});

export const factorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: ({ signal }) => call(readSecondFactors, { signal }),
});
