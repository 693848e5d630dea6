import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import type { NoteRow } from './note.ts';

export interface Rating {
  readonly chatId: string;
  readonly rating: number;
  readonly comment: string | null;
  readonly ratedAt: Date;
}

/** Stores what a patron gave, in place of what they gave before. */
export async function upsertRating(sql: Queries, { chatId, ...given }: Rating): Promise<void> {
  await sql
    .insertInto('feedback')
    .values({ chatId, ...given })
    .onConflict((conflict) => conflict.column('chatId').doUpdateSet(given))
    .execute();
}

/** To each chat that its patron rated what they gave. */
export async function readRatings(
  sql: Queries,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, Rating>> {
  if (chatIds.length === 0) return new Map();
  const rows = await sql
    .selectFrom('feedback')
    .where('chatId', 'in', chatIds)
    .select(['chatId', 'rating', 'comment', 'ratedAt'])
    .execute();
  return new Map(
    rows.flatMap(({ chatId, rating, comment, ratedAt }) =>
      rating === null || ratedAt === null ? [] : [[chatId, { chatId, rating, comment, ratedAt }]],
    ),
  );
}

/** For the patron's own chat: undefined when there is none; practice is rated by nobody. */
export function lockRatedChat(sql: Queries, chatId: string) {
  return sql
    .selectFrom('chats')
    .select('id')
    .where('id', '=', chatId)
    .where('practisedBy', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type NewNote = Pick<
  NoteRow,
  'id' | 'chatId' | 'authorId' | 'operatorId' | 'text' | 'rating' | 'at'
> & { readonly clientId: string; readonly authorInstitutionId: string };

/**
 * Answers how many the chat has with it: others that write to the same chat wait for the transaction.
 * Null: the author's client id came before, and nothing is stored.
 */
export async function insertNote(sql: Queries, note: NewNote): Promise<number | null> {
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('qualityNotes')
    .values(note)
    .onConflict((conflict) => conflict.columns(['chatId', 'authorId', 'clientId']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return null;
  const { notes } = await sql
    .insertInto('feedback')
    .values({ chatId: note.chatId, notes: 1 })
    .onConflict((conflict) =>
      conflict.column('chatId').doUpdateSet((eb) => ({ notes: eb('feedback.notes', '+', 1) })),
    )
    .returning('notes')
    .executeTakeFirstOrThrow();
  return notes;
}

/** Notes with the names that go with them; callers narrow it down. */
function noteRows(sql: Queries) {
  return sql
    .selectFrom('qualityNotes')
    .innerJoin('accounts as authors', 'authors.id', 'qualityNotes.authorId')
    .innerJoin('institutions', 'institutions.id', 'qualityNotes.authorInstitutionId')
    .innerJoin('accounts as operators', 'operators.id', 'qualityNotes.operatorId')
    .select([
      'qualityNotes.id',
      'qualityNotes.chatId',
      'qualityNotes.at',
      'qualityNotes.authorId',
      'authors.displayName as authorName',
      'institutions.name as authorInstitutionName',
      'qualityNotes.operatorId',
      'operators.displayName as operatorName',
      'qualityNotes.text',
      'qualityNotes.rating',
      'qualityNotes.readAt',
      'qualityNotes.reply',
      'qualityNotes.repliedAt',
      'qualityNotes.replyReadAt',
    ]);
}

/** First written first. */
export async function readNotes(sql: Queries, chatIds: readonly string[]): Promise<NoteRow[]> {
  if (chatIds.length === 0) return [];
  return noteRows(sql)
    .where('qualityNotes.chatId', 'in', chatIds)
    .orderBy('qualityNotes.at')
    .orderBy('qualityNotes.id')
    .execute();
}

export function findNote(
  sql: Queries,
  { chatId, noteId }: { chatId: string; noteId: string },
): Promise<NoteRow | undefined> {
  return noteRows(sql)
    .where('qualityNotes.id', '=', noteId)
    .where('qualityNotes.chatId', '=', chatId)
    .executeTakeFirst();
}

/** What its author wrote under a client id. */
export function findWrittenNote(
  sql: Queries,
  { chatId, authorId, clientId }: Pick<NewNote, 'chatId' | 'authorId' | 'clientId'>,
): Promise<NoteRow | undefined> {
  return noteRows(sql)
    .where('qualityNotes.chatId', '=', chatId)
    .where('qualityNotes.authorId', '=', authorId)
    .where('qualityNotes.clientId', '=', clientId)
    .executeTakeFirst();
}

/** A new reply, or another one, is unread by the author again. */
export async function saveReply(
  sql: Queries,
  noteId: string,
  reply: string,
  now: Date,
): Promise<void> {
  await sql
    .updateTable('qualityNotes')
    .set({ reply, repliedAt: now, replyReadAt: null })
    .set((eb) => ({ readAt: eb.fn.coalesce('readAt', eb.val(now)) }))
    .where('id', '=', noteId)
    .execute();
}

/** Notes about the reader, and replies to theirs. */
export async function markRead(
  sql: Queries,
  { chatId, readerId }: { chatId: string; readerId: string },
  now: Date,
): Promise<void> {
  await sql
    .updateTable('qualityNotes')
    .set({ readAt: now })
    .where('chatId', '=', chatId)
    .where('operatorId', '=', readerId)
    .where('readAt', 'is', null)
    .execute();
  await sql
    .updateTable('qualityNotes')
    .set({ replyReadAt: now })
    .where('chatId', '=', chatId)
    .where('authorId', '=', readerId)
    .where('repliedAt', 'is not', null)
    .where('replyReadAt', 'is', null)
    .execute();
}

/** Whether a chat `c` has something that the reader has not read. */
export function hasUnread(readerId: string) {
  return fragment<boolean>`exists (
    select from quality_notes unread where unread.chat_id = c.id and (
      (unread.operator_id = ${readerId} and unread.read_at is null)
      or (unread.author_id = ${readerId} and unread.replied_at is not null
        and unread.reply_read_at is null)
    )
  )`;
}

/** Chats in which the reader has something unread, with how much of it. */
export async function listUnread(
  sql: Queries,
  readerId: string,
): Promise<{ chatId: string; unread: number }[]> {
  const { rows } = await fragment<{ chatId: string; unread: number }>`
    select chat_id, count(*) as unread from (
      select chat_id from quality_notes where operator_id = ${readerId} and read_at is null
      union all
      select chat_id from quality_notes
      where author_id = ${readerId} and replied_at is not null and reply_read_at is null
    ) notes group by chat_id
  `.execute(sql);
  return rows;
}
