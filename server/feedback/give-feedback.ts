import type { z } from 'zod';
import type { giveFeedback as contract, GivenFeedback, RatingValue } from '#protocol/feedback.ts';
import type { Queries } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { lockRatedChat, readRatings, upsertRating } from './store.ts';

/**
 * The patron rates the chat; once more, and it counts instead of the first time. A comment that is
 * blank, or left out, is none.
 *
 * @throws not_found for a chat that is gone, or was practice
 */
export async function giveFeedback(
  { database, clock }: Parts,
  chatId: string,
  { rating, comment: written }: z.output<typeof contract.body>,
): Promise<GivenFeedback> {
  const comment = written?.trim() ? written : null;
  await database.sql.transaction().execute(async (sql) => {
    // The chat first, as everybody who counts it does.
    if (!(await lockRatedChat(sql, chatId))) throw problem('not_found');
    await upsertRating(sql, { chatId, rating, comment, ratedAt: clock.now() });
  });
  return { rating, comment };
}

/** What the patron gave so far. */
export async function readGivenFeedback(sql: Queries, chatId: string): Promise<GivenFeedback> {
  const given = (await readRatings(sql, [chatId])).get(chatId);
  return { rating: (given?.rating as RatingValue) ?? null, comment: given?.comment ?? null };
}
