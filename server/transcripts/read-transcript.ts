import type { ChatEvent } from '#protocol/events.ts';
import type { RatingValue } from '#protocol/feedback.ts';
import { EVENTS_PAGE } from '#protocol/limits.ts';
import type { TranscriptDetail } from '#protocol/transcripts.ts';
import { chatRows, presentToStaff, readEventPage } from '../chats/index.ts';
import { mayNote, presentNote, readNotes, readRatings } from '../feedback/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { allReaches, findReached, readAnswerings } from '../scopes/index.ts';
import { readCoopsOf, readCourses, readResolutions } from './store.ts';
import { mayKnowAddress, secondsOpen } from './transcript.ts';

/** @throws not_found where none of the caller's scopes has it, whether or not there is one */
export async function readTranscript(
  { database: { sql }, clock }: Parts,
  actor: StaffActor,
  chatId: string,
): Promise<TranscriptDetail> {
  const reached = await findReached(sql, await allReaches(sql, actor), chatId);
  const row =
    reached && (await chatRows(sql, clock.now()).where('chats.id', '=', chatId).executeTakeFirst());
  if (!row) throw problem('not_found', 'There is no such transcript.');

  const answerings = (await readAnswerings(sql, [chatId]))(chatId);
  const [events, coops, courses, ratings, notes, resolutions] = await Promise.all([
    readAllEvents(sql, chatId),
    readCoopsOf(sql, chatId, answerings.length > 0),
    readCourses(sql, [chatId]),
    readRatings(sql, [chatId]),
    readNotes(sql, [chatId]),
    readResolutions(sql, [chatId]),
  ]);
  const chat = presentToStaff(row);
  const course = courses.get(chatId);
  const given = ratings.get(chatId);
  return {
    chat: mayKnowAddress(actor, reached, answerings) ? chat : { ...chat, patronEmail: null },
    events,
    answerings,
    coops,
    waitSeconds: course?.waited ? course.waitSeconds : null,
    durationSeconds: secondsOpen(chat),
    messageCount: course?.messages ?? 0,
    resolution: resolutions.get(chatId) ?? null,
    rating: given
      ? {
          value: given.rating as RatingValue,
          comment: given.comment,
          at: given.ratedAt.toISOString(),
        }
      : null,
    notes: notes.map((note) => presentNote(note, actor.accountId)),
    mayNote: mayNote(actor, reached) && answerings.some((by) => by.accountId !== actor.accountId),
  };
}

async function readAllEvents(sql: Queries, chatId: string): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for (;;) {
    const after = events.at(-1)?.seq ?? 0;
    const page = await readEventPage(sql, chatId, 'staff', after, EVENTS_PAGE);
    events.push(...page.events);
    if (!page.more) return events;
  }
}
