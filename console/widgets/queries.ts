import { queryOptions } from '@tanstack/react-query';
import { listQueues } from '#protocol/queues.ts';
import { listWidgets } from '#protocol/widgets.ts';
import { call } from '../platform/api/index.ts';

export const widgetsQuery = queryOptions({
  queryKey: ['widgets'],
  queryFn: ({ signal }) => call(listWidgets, { signal }),
});

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: ({ signal }) => call(listQueues, { signal }),
});
