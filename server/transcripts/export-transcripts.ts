import type { z } from 'zod';
import type { exportTranscripts as contract, Transcript } from '#protocol/transcripts.ts';
import { csvLine } from '../platform/csv.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
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

/** The list as lines of CSV, read as fast as they are taken. */
export async function* exportTranscripts(
  parts: Parts,
  actor: StaffActor,
  query: z.output<typeof contract.query>,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  let cursor: string | undefined;
  do {
    const by = { ...query, cursor, limit: BATCH };
    const page = await listTranscripts(parts, actor, by, { withPassages: false });
    if (page.items.length > 0) yield page.items.map(toLine).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function toLine(chat: Transcript): string {
  return csvLine([
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
  ]);
}
