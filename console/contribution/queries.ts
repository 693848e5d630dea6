import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { exportContribution, readContribution } from '#protocol/contribution.ts';
import type { CallInput } from '#protocol/endpoint.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';

type Months = CallInput<typeof readContribution>['query'];

export function contributionQuery(coopId: string, query: Months) {
  return queryOptions({
    queryKey: ['contribution', coopId, query],
    queryFn: ({ signal }) => call(readContribution, { params: { coopId }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same as a file. */
export function contributionFile(coopId: string, query: Months): string {
  return addressOf(exportContribution.path, { params: { coopId }, query });
}
