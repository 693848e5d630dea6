import type { VisitedPage } from '#protocol/schemas.ts';
import type { Parts } from '../platform/parts.ts';
import { appendEvents, BY_PATRON } from './append-events.ts';
import { lockChat } from './store.ts';

/** The patron is on another page of the library. Told to staff once a page; nothing when it is the same. */
export async function visitPage(
  { database, clock, bus }: Parts,
  chatId: string,
  page: VisitedPage,
): Promise<void> {
  const events = await database.sql.transaction().execute(async (sql) => {
    const chat = await lockChat(sql, chatId);
    if (!chat || chat.state === 'closed') return [];
    if (chat.pageUrl === page.url && chat.pageTitle === page.title) return [];
    await sql
      .updateTable('chats')
      .set({ pageUrl: page.url, pageTitle: page.title })
      .where('id', '=', chatId)
      .execute();
    return appendEvents(sql, chat, [{ kind: 'page', ...BY_PATRON, body: { page } }], clock.now());
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
}
