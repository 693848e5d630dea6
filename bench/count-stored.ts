import { withDatabase } from './data.ts';

export interface Stored {
  /** Messages of all chats, beside the question that each was opened with. */
  readonly messages: number;
  /** Chats in which a number of either audience is missing or given twice. */
  readonly chatsWithGaps: number;
}

const COUNT = `
  select sum(messages - 1)::int as messages,
    count(*) filter (where events <> last_seq or highest <> last_seq or distinct_numbers <> events
      or patron_events <> last_patron_seq or highest_patron <> last_patron_seq)::int as "chatsWithGaps"
  from (
    select c.last_seq, c.last_patron_seq, count(*) as events, max(e.seq) as highest,
      count(distinct e.seq) as distinct_numbers, count(distinct e.patron_seq) as patron_events,
      max(e.patron_seq) as highest_patron, count(*) filter (where e.kind = 'message') as messages
    from chats c join chat_events e on e.chat_id = c.id
    group by c.id
  ) as chat`;

/** Reads what a stopped Carrel has left in its database. */
export function countStored(folder: string): Promise<Stored> {
  return withDatabase(folder, async ({ database }) => {
    const { rows } = await database.pool.query<Stored>(COUNT);
    const [stored] = rows;
    if (!stored) throw new Error('The database holds no chats.');
    return stored;
  });
}
