import type { QualityNote } from '#protocol/feedback.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { allReaches, findReached } from '../scopes/index.ts';
import { presentNote } from './note.ts';
import { findNote, saveReply } from './store.ts';

/**
 * Whom a note is about replies to it; once more, and it stands instead of the first reply.
 *
 * @throws not_found for a note out of reach, may_not for anybody else who reads it
 */
export async function replyToNote(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  { chatId, noteId }: { chatId: string; noteId: string },
  text: string,
): Promise<QualityNote> {
  const { sql } = database;
  const reached = await findReached(sql, await allReaches(sql, actor), chatId);
  const note = reached && (await findNote(sql, { chatId, noteId }));
  if (!note) throw problem('not_found', 'There is no such note.');
  if (note.operatorId !== actor.accountId)
    throw problem('may_not', 'Whom the note is about may reply.');

  const now = clock.now();
  await saveReply(sql, noteId, text, now);
  bus.publish('operator', { accountId: note.authorId });
  const replied = { reply: text, repliedAt: now, replyReadAt: null, readAt: note.readAt ?? now };
  return presentNote({ ...note, ...replied }, actor.accountId);
}
