import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '#protocol/endpoint.ts';
import {
  type Comparison,
  compareStatistics,
  exportComparison,
  exportStatistics,
  readStatistics,
} from '#protocol/statistics.ts';
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

/** The same by queue, operator or library; null: not asked for. */
export function comparedQuery(filter: StatisticsFilter, by: Comparison | null) {
  return queryOptions({
    queryKey: ['statistics', 'compared', filter, by],
    queryFn: ({ signal }) =>
      call(compareStatistics, { query: { ...filter, by: by ?? 'queue' }, signal }),
    enabled: by !== null,
    placeholderData: keepPreviousData,
  });
}

/** The comparison, as a file. */
export function comparedFile(filter: StatisticsFilter, by: Comparison): string {
  return addressOf(exportComparison.path, { query: { ...filter, by } });
}

/** The same by day or month, as a file. */
export function statisticsFile(filter: StatisticsFilter): string {
  return addressOf(exportStatistics.path, { query: filter });
}
