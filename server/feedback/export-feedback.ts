import type { z } from 'zod';
import type { exportFeedback as contract, FeedbackItem } from '#protocol/feedback.ts';
import { csvPages } from '../platform/csv.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { listFeedback } from './list-feedback.ts';

const COLUMNS = [
  'openedAt',
  'chatId',
  'institution',
  'queue',
  'answeredBy',
  'rating',
  'comment',
  'qualityNotes',
] as const;

/** Items that are held in memory at a time, however long the list is. */
const BATCH = 500;

/** The list as lines of CSV. Between two pages its connection is others'. */
export function exportFeedback(
  parts: ReadingParts,
  actor: StaffActor,
  query: z.output<typeof contract.query>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const read = (cursor: string | undefined) =>
    readLong(parts, signal, (reading) =>
      listFeedback(reading, actor, { ...query, cursor, limit: BATCH }),
    );
  return csvPages(COLUMNS, read, cellsOf);
}

function cellsOf({ rating, notes, answerings, ...item }: FeedbackItem): readonly string[] {
  return [
    item.openedAt,
    item.chatId,
    item.institutionName,
    item.queueName,
    answerings.map((by) => `${by.displayName} (${by.institutionName})`).join('; '),
    rating ? String(rating.value) : '',
    rating?.comment ?? '',
    notes.map((note) => `${note.authorName}: ${note.text}`).join('\n'),
  ];
}
