import { z } from 'zod';
import { readKnown, readToldSearch, type ToldSearch } from '../told-chats/told-search.ts';

const own = z.object({ has: z.literal(['comment', 'note']), unread: z.literal(true) }).partial();

/** What stands behind the address of feedback. */
export type FeedbackSearch = ToldSearch & z.output<typeof own>;

export function readFeedbackSearch(search: Readonly<Record<string, unknown>>): FeedbackSearch {
  return { ...readToldSearch(search), ...readKnown(own, search) };
}
