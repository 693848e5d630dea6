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
  await parts.database.sql
    .deleteFrom('patronLeases')
    .where('connectionId', '=', connectionId)
    .execute();
  await seePatrons(parts.database.sql, [chatId], parts.clock.now());
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
  if (chatIds.length === 0) return;
  const before = new Date(now.getTime() - SIGHTING_SECONDS * 1_000);
  await fragment`
    insert into patron_sightings (chat_id, at)
    select id, ${now} from chats where id = any (${[...chatIds]}::uuid[])
    on conflict (chat_id) do update set at = excluded.at where patron_sightings.at < ${before}
  `.execute(sql);
}

export function patronLeaseEnd(now: Date): Date {
  return new Date(now.getTime() + SILENCE_SECONDS * 1_000);
}
