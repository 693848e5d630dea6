import type { z } from 'zod';
import type { exportTranscripts as contract, Transcript } from '#protocol/transcripts.ts';
import { csvPages } from '../platform/csv.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { listTranscripts } from './list-transcripts.ts';

const COLUMNS = [
  'openedAt',
  'closedAt',
  'chatId',
  'institution',
  'queue',
  'coop',
  'patron',
  'question',
  'answeredBy',
  'waitSeconds',
  'durationSeconds',
  'messages',
  'rating',
  'resolution',
] as const;

/** Chats that are held in memory at a time, however long the list is. */
const BATCH = 500;

/** The list as lines of CSV. Between two pages its connection is others'. */
export function exportTranscripts(
  parts: ReadingParts,
  actor: StaffActor,
  query: z.output<typeof contract.query>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const read = (cursor: string | undefined) =>
    readLong(parts, signal, (reading) =>
      listTranscripts(reading, actor, { ...query, cursor, limit: BATCH }, { withPassages: false }),
    );
  return csvPages(COLUMNS, read, cellsOf);
}

function cellsOf(chat: Transcript): readonly string[] {
  return [
    chat.openedAt,
    chat.closedAt ?? '',
    chat.chatId,
    chat.institutionName,
    chat.queueName,
    chat.coopName ?? '',
    chat.patronName,
    chat.question,
    chat.answerings.map((by) => `${by.displayName} (${by.institutionName})`).join('; '),
    String(chat.waitSeconds ?? ''),
    String(chat.durationSeconds ?? ''),
    String(chat.messageCount),
    String(chat.rating ?? ''),
    chat.resolution ?? '',
  ];
}
