import { sql as fragment, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { id } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import { type Narrowing, narrowChats, searchedFor, toldBy } from './narrow.ts';
import type { Reach } from './reach.ts';
import { reachedChats } from './reached-chats.ts';

/** The chat that a page ended with: what is asked meanwhile shifts nothing. */
const cursorPart = z.object({ cursor: id });

export interface ReachedPage {
  /** Latest opening first. */
  readonly chatIds: string[];
  readonly nextCursor: string | null;
}

/** Chats that a search reads one by one, before it asks the index of words. */
const WALK = 2_000;

/** @throws malformed for a cursor that no page ended with */
export async function listReached(
  sql: Queries,
  reach: Reach,
  { q, ...by }: Narrowing,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  alsoHas: RawBuilder<boolean> = fragment<boolean>`true`,
): Promise<ReachedPage> {
  const after = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  const reached = reachedChats(reach);
  const { from, where, openedAt, chatId } = reached;
  const rest = after === null ? fragment<boolean>`true` : comesAfter(after, openedAt, chatId);
  const list: OrderedChats = {
    from,
    where: fragment`${where} and ${narrowChats(by, reached)} and ${alsoHas} and ${rest}`,
    order: fragment`${openedAt} desc, ${chatId} desc`,
  };
  // One more than asked for tells whether there is a next page.
  const found = q?.trim()
    ? await searchChats(sql, { ...list, told: toldBy(q, by) }, q, limit + 1)
    : await firstChats(sql, list, limit + 1);
  const chatIds = found.slice(0, limit);
  return { chatIds, nextCursor: found.length > limit ? (chatIds.at(-1) ?? null) : null };
}

interface OrderedChats {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly order: RawBuilder<unknown>;
}

async function firstChats(sql: Queries, list: OrderedChats, limit: number): Promise<string[]> {
  const { rows } = await fragment<{ id: string }>`
    select c.id from ${list.from} where ${list.where} order by ${list.order} limit ${limit}
  `.execute(sql);
  return rows.map(({ id }) => id);
}

/**
 * A word that many chats have is in enough of the latest, read one by one; of a word that few have the
 * index knows all quickly. Either way round, the other takes seconds over a million chats.
 */
async function searchChats(
  sql: Queries,
  { from, where, order, told }: OrderedChats & { readonly told: RawBuilder<unknown> },
  q: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await fragment<{ walked: number; found: string[] }>`
    with walk as materialized (
      select c.id, row_number() over (order by ${order}) as n
      from ${from} where ${where} order by ${order} limit ${WALK}
    )
    select (select count(*) from walk) as walked,
      array(select id from walk where ${tells(q)} order by n limit ${limit}) as found
  `.execute(sql);
  const { walked = 0, found = [] } = rows[0] ?? {};
  if (found.length === limit || walked < WALK) return found;
  const byIndex = fragment<boolean>`${where} and c.id in (select chat_id from told)`;
  const { rows: all } = await fragment<{ id: string }>`
    with told as materialized (${told})
    select c.id from ${from} where ${byIndex} order by ${order} limit ${limit}
  `.execute(sql);
  return all.map(({ id }) => id);
}

/** Whether a row of `walk` tells of the words; of what is not in the index yet, by the chat itself. */
function tells(q: string) {
  return fragment<boolean>`coalesce(
    (select words from transcript_texts where chat_id = walk.id),
    to_tsvector('simple', coalesce(said_in(walk.id), ''))
  ) @@ ${searchedFor(q)}`;
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
  const { rows } = await fragment<{ atHome: boolean | null }>`
    select bool_or(at_home) as at_home from (${waysTo(fragment`${id}::uuid`, reaches)}) ways
  `.execute(sql);
  const atHome = rows[0]?.atHome;
  return typeof atHome === 'boolean' ? { atHome } : undefined;
}

/** Those of the chats to which some way leads, in one statement however many they are. */
export async function listReachedAmong(
  sql: Queries,
  reaches: readonly Reach[],
  chatIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (reaches.length === 0 || chatIds.length === 0) return new Set();
  const { rows } = await fragment<{ id: string }>`
    select named.id from unnest(${chatIds}::uuid[]) as named (id)
    where exists (${waysTo(fragment`named.id`, reaches)})
  `.execute(sql);
  return new Set(rows.map(({ id }) => id));
}

/** A row for each reach that has the chat. */
function waysTo(id: RawBuilder<unknown>, reaches: readonly Reach[]) {
  const ways = reaches.map((reach) => {
    const { from, where, chatId } = reachedChats(reach);
    return fragment`select ${isHome(reach)} as at_home from ${from} where ${chatId} = ${id} and ${where}`;
  });
  return fragment.join(ways, fragment` union all `);
}

function isHome({ kind }: Reach) {
  const home = kind === 'everything' || kind === 'home' || kind === 'homeQueues';
  return fragment.lit(home || kind === 'homeOwn');
}
