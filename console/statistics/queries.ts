import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '#protocol/endpoint.ts';
import { exportStatistics, readStatistics } from '#protocol/statistics.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';

export type StatisticsFilter = CallInput<typeof readStatistics>['query'];

export function statisticsQuery(filter: StatisticsFilter) {
  return queryOptions({
    queryKey: ['statistics', filter],
    queryFn: ({ signal }) => call(readStatistics, { query: filter, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same by day or month, as a file. */
export function statisticsFile(filter: StatisticsFilter): string {
  return addressOf(exportStatistics.path, { query: filter });
}
