import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import { searchedFor } from '../scopes/index.ts';

/** What lists tell of a chat's course. */
export interface Course {
  readonly chatId: string;
  readonly waited: number;
  readonly waitSeconds: number;
  readonly messages: number;
}

/** As it was counted; of what was not counted yet, as it stands. */
export async function readCourses(
  sql: Queries,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, Course>> {
  const { rows } = await fragment<Course>`
    select chat_id, waited, wait_seconds, messages from chat_figures
    where chat_id = any (${chatIds}::uuid[])
    union all
    select chat_id, waited, wait_seconds, messages from current_figures
    where chat_id = any (
      select id from chats where id = any (${chatIds}::uuid[])
      except select chat_id from chat_figures where chat_id = any (${chatIds}::uuid[])
    )
  `.execute(sql);
  return new Map(rows.map((row) => [row.chatId, row]));
}

/** To each chat how it was closed, as staff said last. */
export async function readResolutions(
  sql: Queries,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql
    .selectFrom('resolutions')
    .where('chatId', 'in', chatIds)
    .select(['chatId', 'resolution'])
    .execute();
  return new Map(rows.map((row) => [row.chatId, row.resolution]));
}

/** How many quality notes each chat has; those without are left out. */
export async function countNotes(
  sql: Queries,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql
    .selectFrom('feedback')
    .where('chatId', 'in', chatIds)
    .select(['chatId', 'notes'])
    .execute();
  return new Map(rows.map((row) => [row.chatId, row.notes]));
}

/** Signs for private use, which are taken out of what was said: nobody can write them into a passage. */
export const FOUND = { begins: '\ue000', ends: '\ue001' } as const;

/** To each chat passages with the searched words, which stand between the signs of `FOUND`. */
export async function readPassages(
  sql: Queries,
  chatIds: readonly string[],
  q: string,
): Promise<ReadonlyMap<string, string>> {
  const { begins, ends } = FOUND;
  const options = `StartSel=${begins}, StopSel=${ends}, MaxFragments=3, MaxWords=16, MinWords=6, FragmentDelimiter=" … "`;
  const { rows } = await fragment<{ chatId: string; passage: string | null }>`
    select id as chat_id, ts_headline(
      'simple', translate(said_in(id), ${begins + ends}, ''), ${searchedFor(q)}, ${options}
    ) as passage
    from chats where id = any (${chatIds}::uuid[])
  `.execute(sql);
  return new Map(rows.map((row) => [row.chatId, row.passage ?? '']));
}

/** Co-ops that the chat came through, or was offered to in vain; by name. */
export function readCoopsOf(
  sql: Queries,
  chatId: string,
  isAnswered: boolean,
): Promise<{ id: string; name: string }[]> {
  return sql
    .selectFrom('coopChats')
    .innerJoin('coops', 'coops.id', 'coopChats.coopId')
    .where('coopChats.chatId', '=', chatId)
    .$if(isAnswered, (query) => query.where('coopChats.through', '=', true))
    .orderBy('coops.name')
    .select(['coops.id', 'coops.name'])
    .execute();
}
