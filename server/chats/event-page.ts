import type { ChatEvent } from '#protocol/events.ts';
import type { Queries } from '../platform/database/index.ts';
import { presentEventToPatron, presentEventToStaff } from './events.ts';
import { readEventsAfter } from './store.ts';

export interface EventPage {
  readonly events: ChatEvent[];
  /** More come after the last of these. */
  readonly more: boolean;
}

/** What an audience has not seen yet, from the database: the answer to every gap and reconnect. */
export async function readEventPage(
  sql: Queries,
  chatId: string,
  audience: 'staff' | 'patron',
  after: number,
  limit: number,
): Promise<EventPage> {
  const stored = await readEventsAfter(sql, chatId, audience, after, limit + 1);
  const present = audience === 'staff' ? presentEventToStaff : presentEventToPatron;
  const events = stored
    .slice(0, limit)
    .map(present)
    .filter((event) => event !== undefined);
  return { events, more: stored.length > limit };
}
