import { sql as fragment } from 'kysely';
import { SILENCE_SECONDS } from '#protocol/limits.ts';
import type { Queries } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';

/** The patron has a page open with the chat: a lease for each connection, as for operators. */
export async function beginPatronLease(
  parts: Parts,
  connectionId: string,
  chatId: string,
): Promise<void> {
  const expiresAt = patronLeaseEnd(parts.clock.now());
  await parts.database.sql
    .insertInto('patronLeases')
    .values({ connectionId, chatId, expiresAt })
    .execute();
  parts.bus.publish('chat', { chatId, movesDesks: true });
}

export async function endPatronLease(
  parts: Parts,
  connectionId: string,
  chatId: string,
): Promise<void> {
  // One statement: whoever stops Carrel waits for no second one.
  const now = parts.clock.now();
  await fragment`
    with gone as (delete from patron_leases where connection_id = ${connectionId})
    ${sighting([chatId], now)}
  `.execute(parts.database.sql);
  parts.bus.publish('chat', { chatId, movesDesks: true });
}

/** Renews the leases of all patrons of this process in one statement. */
export async function extendPatronLeases(
  sql: Queries,
  connectionIds: readonly string[],
  expiresAt: Date,
): Promise<void> {
  if (connectionIds.length === 0) return;
  await sql
    .updateTable('patronLeases')
    .set({ expiresAt })
    .where(fragment<boolean>`connection_id = any (${connectionIds}::uuid[])`)
    .execute();
}

/** Of processes that died: their connections are gone. Answers the chats that it concerns. */
export async function deleteLapsedPatronLeases(sql: Queries, now: Date): Promise<string[]> {
  const rows = await sql
    .deleteFrom('patronLeases')
    .where('expiresAt', '<=', now)
    .returning('chatId')
    .execute();
  const chatIds = [...new Set(rows.map(({ chatId }) => chatId))];
  await seePatrons(sql, chatIds, now);
  return chatIds;
}

/** Seconds between two sightings that are written down; a patron without a socket asks often. */
const SIGHTING_SECONDS = 60;

/** The patrons were there just now: of those without a lease it tells how long they are gone. */
export async function seePatrons(
  sql: Queries,
  chatIds: readonly string[],
  now: Date,
): Promise<void> {
  if (chatIds.length > 0) await sighting(chatIds, now).execute(sql);
}

function sighting(chatIds: readonly string[], now: Date) {
  const before = new Date(now.getTime() - SIGHTING_SECONDS * 1_000);
  return fragment`
    insert into patron_sightings (chat_id, at)
    select id, ${now} from chats where id = any (${[...chatIds]}::uuid[])
    on conflict (chat_id) do update set at = excluded.at where patron_sightings.at < ${before}
  `;
}

export function patronLeaseEnd(now: Date): Date {
  return new Date(now.getTime() + SILENCE_SECONDS * 1_000);
}
