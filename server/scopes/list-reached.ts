import { sql as fragment, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { id } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import { type Narrowing, narrowChats } from './narrow.ts';
import type { Reach } from './reach.ts';
import { reachedChats } from './reached-chats.ts';

/** The chat that a page ended with: what is asked meanwhile shifts nothing. */
const cursorPart = z.object({ cursor: id });

export interface ReachedPage {
  /** Latest opening first. */
  readonly chatIds: string[];
  readonly nextCursor: string | null;
}

/** @throws malformed for a cursor that no page ended with */
export async function listReached(
  sql: Queries,
  reach: Reach,
  by: Narrowing,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  alsoHas: RawBuilder<boolean> = fragment<boolean>`true`,
): Promise<ReachedPage> {
  const after = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  const { from, where, openedAt, chatId } = reachedChats(reach);
  const { rows } = await fragment<{ chatId: string }>`
    select c.id as "chat_id" from ${from}
    where ${where} and ${narrowChats(by, openedAt)} and ${alsoHas}
      and ${after === null ? fragment`true` : comesAfter(after, openedAt, chatId)}
    order by ${openedAt} desc, ${chatId} desc
    limit ${limit + 1}
  `.execute(sql);
  const chatIds = rows.slice(0, limit).map((row) => row.chatId);
  return { chatIds, nextCursor: rows.length > limit ? (chatIds.at(-1) ?? null) : null };
}

function comesAfter(cursor: string, openedAt: RawBuilder<Date>, chatId: RawBuilder<string>) {
  return fragment<boolean>`
    (${openedAt}, ${chatId}) < ((select opened_at from chats where id = ${cursor}), ${cursor}::uuid)`;
}

/** A chat that the caller named by its id. */
export interface Reached {
  /** As one of their own library's patrons', by their role there. */
  readonly atHome: boolean;
}

/** Undefined: no way leads there, whether or not there is such a chat. */
export async function findReached(
  sql: Queries,
  reaches: readonly Reach[],
  id: string,
): Promise<Reached | undefined> {
  if (reaches.length === 0) return undefined;
  const ways = reaches.map((reach) => {
    const { from, where, chatId } = reachedChats(reach);
    return fragment`select ${isHome(reach)} as at_home from ${from} where ${chatId} = ${id} and ${where}`;
  });
  const { rows } = await fragment<{ atHome: boolean | null }>`
    select bool_or(at_home) as at_home from (${fragment.join(ways, fragment` union all `)}) ways
  `.execute(sql);
  const atHome = rows[0]?.atHome;
  return typeof atHome === 'boolean' ? { atHome } : undefined;
}

function isHome({ kind }: Reach) {
  const home = kind === 'everything' || kind === 'home' || kind === 'homeQueues';
  return fragment.lit(home || kind === 'homeOwn');
}
