import { z } from 'zod';
import { plainText } from '#protocol/schemas.ts';
import type { listAssignees as contract } from '#protocol/tickets.ts';
import type { Queries } from '../platform/database/index.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import type { StoredTicket } from './ticket.ts';
import type { Handler } from './who-may.ts';

/** The username that a page ended with. */
const cursorPart = z.object({ cursor: plainText(100) });

/** Colleagues of the ticket's institution with chat access, by username. */
export async function listAssignees(
  sql: Queries,
  ticket: StoredTicket,
  { q, cursor, limit }: z.output<typeof contract.query>,
) {
  const after = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  let query = assignees(sql, ticket)
    .orderBy('username')
    .limit(limit + 1);
  if (after !== null) query = query.where('username', '>', after);
  if (q !== undefined && q.trim() !== '') {
    const pattern = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb('username', 'ilike', pattern), eb('displayName', 'ilike', pattern)]),
    );
  }
  const found = await query.execute();
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.username ?? null) : null };
}

/** Somebody who may be given the ticket: a colleague there, or the actor, who handles it already. */
export async function findAssignee(
  sql: Queries,
  actor: Handler & { readonly displayName: string },
  ticket: StoredTicket,
  accountId: string,
): Promise<{ accountId: string; displayName: string } | undefined> {
  if (accountId === actor.accountId) return actor;
  return assignees(sql, ticket).where('id', '=', accountId).executeTakeFirst();
}

function assignees(sql: Queries, { institutionId }: StoredTicket) {
  return sql
    .selectFrom('accounts')
    .select(['id as accountId', 'displayName', 'username'])
    .where('institutionId', '=', institutionId)
    .where('chatAccess', '=', true)
    .where('deletedAt', 'is', null);
}
