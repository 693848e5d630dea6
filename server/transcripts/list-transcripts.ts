import type { z } from 'zod';
import type { RatingValue } from '#protocol/feedback.ts';
import type { listTranscripts as contract, Transcript } from '#protocol/transcripts.ts';
import { chatRows, presentToStaff } from '../chats/index.ts';
import { readRatings } from '../feedback/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, listReached, readAnswerings, readPeriod } from '../scopes/index.ts';
import { snippetOf } from './snippet.ts';
import { countNotes, readCourses, readPassages, readResolutions } from './store.ts';
import { secondsOpen } from './transcript.ts';

/**
 * Passages with the searched words are read for the eye alone: without them, `snippet` is null.
 *
 * @throws not_found for a scope that is not there for the caller, malformed for a foreign cursor
 */
export async function listTranscripts(
  reading: Reading,
  actor: StaffActor,
  { scope, cursor, limit, ...filter }: z.output<typeof contract.query>,
  { withPassages }: { readonly withPassages: boolean },
): Promise<{ items: Transcript[]; nextCursor: string | null }> {
  const { sql } = reading;
  const reach = await findReach(sql, actor, scope, 'read_transcripts');
  const { from, to } = await readPeriod(sql, actor, filter);
  const by = { ...filter, from, to };
  const { chatIds, nextCursor } = await listReached(sql, reach, by, { cursor, limit });
  const shown = withPassages ? filter.q : undefined;
  return { items: await readItems(reading, chatIds, shown), nextCursor };
}

async function readItems(
  { sql, clock }: Reading,
  chatIds: readonly string[],
  shown: string | undefined,
): Promise<Transcript[]> {
  if (chatIds.length === 0) return [];
  const rows = await chatRows(sql, clock.now()).where('chats.id', 'in', chatIds).execute();
  const answeringsOf = await readAnswerings(sql, chatIds);
  const courses = await readCourses(sql, chatIds);
  const ratings = await readRatings(sql, chatIds);
  const notes = await countNotes(sql, chatIds);
  const resolutions = await readResolutions(sql, chatIds);
  const passages = shown?.trim() ? await readPassages(sql, chatIds, shown) : null;
  const chats = new Map(rows.map((row) => [row.id, presentToStaff(row)]));
  return chatIds.flatMap((chatId) => {
    const chat = chats.get(chatId);
    if (!chat) return [];
    const course = courses.get(chatId);
    const given = ratings.get(chatId);
    return {
      chatId,
      state: chat.state,
      openedAt: chat.openedAt,
      closedAt: chat.closedAt,
      institutionId: chat.institutionId,
      institutionName: chat.institutionName,
      queueId: chat.queueId,
      queueName: chat.queueName,
      coopName: chat.coopName,
      patronName: chat.patronName,
      question: chat.question,
      language: chat.language,
      answerings: answeringsOf(chatId),
      waitSeconds: course?.waited ? course.waitSeconds : null,
      durationSeconds: secondsOpen(chat),
      messageCount: course?.messages ?? 0,
      rating: (given?.rating as RatingValue | undefined) ?? null,
      hasComment: (given?.comment ?? null) !== null,
      noteCount: notes.get(chatId) ?? 0,
      resolution: resolutions.get(chatId) ?? null,
      snippet: passages && snippetOf(passages.get(chatId) ?? ''),
    };
  });
}
