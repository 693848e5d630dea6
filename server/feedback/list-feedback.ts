import { sql as fragment } from 'kysely';
import type { z } from 'zod';
import type { listFeedback as contract, FeedbackItem, RatingValue } from '#protocol/feedback.ts';
import { chatRows, presentToStaff } from '../chats/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, listReached, readAnswerings, readPeriod } from '../scopes/index.ts';
import { presentNote } from './note.ts';
import { hasUnread, readNotes, readRatings } from './store.ts';

type Query = z.output<typeof contract.query>;

/** @throws not_found for a scope that is not there for the caller, malformed for a foreign cursor */
export async function listFeedback(
  reading: Reading,
  actor: StaffActor,
  { scope, cursor, limit, has, unread, ...filter }: Query,
): Promise<{ items: FeedbackItem[]; nextCursor: string | null }> {
  const { sql } = reading;
  const reach = await findReach(sql, actor, scope, 'read_feedback');
  const period = await readPeriod(sql, actor, filter);
  const { chatIds, nextCursor } = await listReached(
    sql,
    reach,
    { ...filter, from: period.from, to: period.to },
    { cursor, limit },
    hasFeedback(has, unread === true ? actor.accountId : null),
  );
  return { items: await readItems(reading, actor, chatIds), nextCursor };
}

function hasFeedback(has: Query['has'], unreadBy: string | null) {
  const told = {
    comment: fragment`given.comment is not null`,
    note: fragment`given.notes > 0`,
    any: fragment`true`,
  }[has ?? 'any'];
  const unread = unreadBy === null ? fragment`true` : hasUnread(unreadBy);
  return fragment<boolean>`
    exists (select from feedback given where given.chat_id = c.id and ${told}) and ${unread}`;
}

async function readItems(
  { sql, clock }: Reading,
  { accountId }: StaffActor,
  chatIds: readonly string[],
): Promise<FeedbackItem[]> {
  if (chatIds.length === 0) return [];
  const rows = await chatRows(sql, clock.now()).where('chats.id', 'in', chatIds).execute();
  const answeringsOf = await readAnswerings(sql, chatIds);
  const ratings = await readRatings(sql, chatIds);
  const notes = await readNotes(sql, chatIds);
  const chats = new Map(rows.map((row) => [row.id, presentToStaff(row)]));
  const notesOf = Map.groupBy(notes, ({ chatId }) => chatId);
  return chatIds.flatMap((chatId) => {
    const chat = chats.get(chatId);
    if (!chat) return [];
    const given = ratings.get(chatId);
    const { openedAt, institutionId, institutionName, queueId, queueName, question } = chat;
    return {
      chatId,
      openedAt,
      institutionId,
      institutionName,
      queueId,
      queueName,
      question,
      patronName: chat.patronName,
      answerings: answeringsOf(chatId),
      rating: given
        ? {
            value: given.rating as RatingValue,
            comment: given.comment,
            at: given.ratedAt.toISOString(),
          }
        : null,
      notes: (notesOf.get(chatId) ?? []).map((note) => presentNote(note, accountId)),
    };
  });
}
