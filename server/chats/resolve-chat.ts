import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { appendEvents, byOperator, type NewEvent, noteOf } from './append-events.ts';
import { type LockedChat, lockChat } from './store.ts';
import type { ClosingParts, Resolving, WayHome } from './way-home.ts';

/**
 * Says, or says otherwise, how a closed chat ended. Whoever may read the chat may; the event that it
 * leaves names who did. Saying the same again, with nothing to add, changes nothing.
 *
 * @throws not_found, conflict while the chat is open
 */
export async function changeResolution(
  parts: ClosingParts,
  actor: StaffActor,
  chatId: string,
  said: Omit<Resolving, 'by'>,
): Promise<void> {
  const { database, clock, bus, wayHome } = parts;
  const now = clock.now();
  const events = await database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat) throw problem('not_found');
    if (chat.state !== 'closed')
      throw problem('conflict', 'The chat is still open: close it first.');
    if (chat.practisedBy !== null) throw problem('conflict', 'A practice stays one.');
    const resolving = { ...said, by: actor };
    const before = await resolveWithin(sql, wayHome, chat, resolving, now);
    const changed: NewEvent = {
      kind: 'resolved',
      ...byOperator(actor),
      body: { from: before, to: said.resolution },
    };
    const isChange = before !== said.resolution;
    const added = [...noteOf(byOperator(actor), said.note), ...(isChange ? [changed] : [])];
    return appendEvents(sql, chat, added, now);
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: false });
}

/** Within the change of the caller, who holds the chat's row. Answers what was said before. */
export async function resolveWithin(
  sql: Queries,
  wayHome: WayHome,
  chat: LockedChat,
  resolving: Resolving,
  now: Date,
) {
  const { resolution, by } = resolving;
  const before = await sql
    .selectFrom('resolutions')
    .select('resolution')
    .where('chatId', '=', chat.id)
    .executeTakeFirst();
  const row = { resolution, accountId: by.accountId, at: now };
  await sql
    .insertInto('resolutions')
    .values({ chatId: chat.id, ...row })
    .onConflict((conflict) => conflict.column('chatId').doUpdateSet(row))
    .execute();
  await wayHome.followUp(sql, chat, resolving, now);
  return before?.resolution ?? null;
}
