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
  return [...new Set(rows.map(({ chatId }) => chatId))];
}

export function patronLeaseEnd(now: Date): Date {
  return new Date(now.getTime() + SILENCE_SECONDS * 1_000);
}
