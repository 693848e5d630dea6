import type { Queries } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';

export interface Seen {
  readonly chatId: string;
  /** Connection that tells it. */
  readonly from: string;
  readonly who: 'patron' | 'operator';
  /** How far they have read, in their own numbers. */
  readonly seq: number;
}

/** Tells the other side how far this one has read, in the numbers of whoever hears it. */
export async function tellSeen({ database, bus }: Parts, seen: Seen): Promise<void> {
  const numbers = await bothNumbers(database.sql, seen);
  if (!numbers) return;
  const { chatId, from, who } = seen;
  bus.publish('passing', { what: 'seen', chatId, from, who, ...numbers });
}

/** The last event that both sides know of, as far as the reader has come. */
async function bothNumbers(
  sql: Queries,
  { chatId, who, seq }: Seen,
): Promise<{ seq: number; patronSeq: number } | undefined> {
  const last = await sql
    .selectFrom('chatEvents')
    .select(['seq', 'patronSeq'])
    .where('chatId', '=', chatId)
    .where('patronSeq', 'is not', null)
    .where(who === 'patron' ? 'patronSeq' : 'seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last || last.patronSeq === null) return undefined;
  return { seq: last.seq, patronSeq: last.patronSeq };
}
