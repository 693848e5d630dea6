import { sql as fragment } from 'kysely';
import type { ChatFilter } from '#protocol/told-chats.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { readTimeZone } from './store.ts';

export interface Period {
  readonly from: Date | null;
  readonly to: Date | null;
  /** Of the caller's institution. */
  readonly timeZone: string;
}

/** A date is the beginning of that day where the caller works. */
export async function readPeriod(
  sql: Queries,
  { institutionId }: StaffActor,
  { from, to }: Pick<ChatFilter, 'from' | 'to'>,
): Promise<Period> {
  const timeZone = await readTimeZone(sql, institutionId);
  const read = (moment: string | undefined) =>
    moment === undefined ? null : readMoment(sql, moment, timeZone);
  return { from: await read(from), to: await read(to), timeZone };
}

async function readMoment(sql: Queries, moment: string, timeZone: string): Promise<Date> {
  const at = new Date(moment);
  if (moment.includes('T')) return at;
  const { rows } = await fragment<{ midnight: Date }>`
    select ${at}::timestamptz at time zone 'UTC' at time zone ${timeZone} as midnight
  `.execute(sql);
  return rows[0]?.midnight ?? at;
}
