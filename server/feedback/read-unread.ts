import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { allReaches, findReached, listReachedAmong } from '../scopes/index.ts';
import { listUnread, markRead } from './store.ts';

/** How many notes and replies the caller has not read, of transcripts that they still reach. */
export async function countUnread(sql: Queries, actor: StaffActor): Promise<number> {
  const chats = await listUnread(sql, actor.accountId);
  if (chats.length === 0) return 0;
  const chatIds = chats.map(({ chatId }) => chatId);
  const reached = await listReachedAmong(sql, await allReaches(sql, actor), chatIds);
  return chats.reduce((sum, { chatId, unread }) => sum + (reached.has(chatId) ? unread : 0), 0);
}

/**
 * The caller has read what a transcript's notes tell them. Answers what is left elsewhere.
 *
 * @throws not_found for a transcript out of reach
 */
export async function readNotesOf(
  { database, clock }: Parts,
  actor: StaffActor,
  chatId: string,
): Promise<number> {
  const { sql } = database;
  if (!(await findReached(sql, await allReaches(sql, actor), chatId)))
    throw problem('not_found', 'There is no such transcript.');
  await markRead(sql, { chatId, readerId: actor.accountId }, clock.now());
  return countUnread(sql, actor);
}
