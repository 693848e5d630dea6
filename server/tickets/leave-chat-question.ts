import type { z } from 'zod';
import type { leaveChatQuestion as contract } from '#protocol/chats.ts';
import { BY_PATRON, closeChatWithin } from '../chats/index.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findChatOrigin } from './store.ts';
import { type Left, storeQuestion } from './store-question.ts';

/**
 * The patron stops waiting. The chat is closed and its question kept in one commit, so that at no
 * moment it is lost, and at no moment two people answer it.
 *
 * @throws not_found, chat_closed when something else has closed it, or client_id_taken
 */
export async function leaveChatQuestion(
  { database, clock, bus }: Parts,
  chatId: string,
  written: z.output<typeof contract.body>,
): Promise<Left> {
  const { clientId, question, name, email } = written;
  const now = clock.now();
  const { left, events } = await database.sql.transaction().execute(async (sql) => {
    const chat = await findChatOrigin(sql, chatId);
    if (!chat) throw problem('not_found');
    const closing = {
      chatId,
      clientId,
      reason: 'question_left',
      by: BY_PATRON,
      // The token is this chat's: its patron may always leave.
      mayClose: () => undefined,
    } as const;
    const events = await closeChatWithin(sql, closing, now);
    const { widgetId, institutionId, patronName, patronEmail, language, pageUrl, pageTitle } = chat;
    const left = await storeQuestion(sql, {
      id: newId(),
      clientId,
      widgetId,
      institutionId,
      chatId,
      question,
      name: name ?? patronName,
      email: email ?? patronEmail,
      language,
      pageUrl,
      pageTitle,
      createdAt: now,
    });
    return { left, events };
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  bus.publish('ticket', { ticketId: left.ticketId });
  return left;
}
