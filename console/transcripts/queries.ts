import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '#protocol/endpoint.ts';
import { exportTranscripts, listTranscripts, readTranscript } from '#protocol/transcripts.ts';
import { addressOf } from '../platform/api/address.ts';
import { call } from '../platform/api/index.ts';

export type TranscriptFilter = CallInput<typeof exportTranscripts>['query'];

export function transcriptsQuery(filter: TranscriptFilter) {
  return infiniteQueryOptions({
    queryKey: ['transcripts', 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return call(listTranscripts, { query: { ...filter, ...cursor }, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Where the same is as a file. */
export function transcriptsFile(filter: TranscriptFilter): string {
  return addressOf(exportTranscripts.path, { query: filter });
}

function transcriptKey(chatId: string) {
  return ['transcripts', 'one', chatId] as const;
}

export function transcriptQuery(chatId: string) {
  return queryOptions({
    queryKey: transcriptKey(chatId),
    queryFn: ({ signal }) => call(readTranscript, { params: { chatId }, signal }),
  });
}
