import { leaveChatQuestion } from '#protocol/chats.ts';
import { changeTicket, leaveQuestion, listTickets } from '#protocol/tickets.ts';
import { created, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findWidget, mayOpenFrom } from '../widgets/index.ts';
import { changeTicket as saveState } from './change-ticket.ts';
import { leaveChatQuestion as leaveFromChat } from './leave-chat-question.ts';
import { leaveQuestion as leave } from './leave-question.ts';
import { listTickets as readTickets } from './list-tickets.ts';

export function routeTickets(app: App, parts: Parts): void {
  const { sql } = parts.database;

  route(
    app,
    leaveQuestion,
    async ({ params, body, request }) => {
      const widget = await findWidget(sql, params.widgetId);
      if (!widget) throw problem('not_found', 'There is no such widget.');
      if (!mayOpenFrom(widget, request.headers.origin, app.ownOrigin))
        throw problem('foreign_origin');
      const { ticketId, isNew } = await leave(parts, widget, body);
      return isNew ? created({ ticketId }) : ok({ ticketId });
    },
    { traffic: 'opening' },
  );

  route(app, leaveChatQuestion, async ({ params, body, actor }) => {
    // The token is bound to one chat; any other does not exist for it.
    if (actor.chatId !== params.chatId) throw problem('not_found');
    const { ticketId, isNew } = await leaveFromChat(parts, params.chatId, body);
    return isNew ? created({ ticketId }) : ok({ ticketId });
  });

  route(app, listTickets, async ({ actor, query }) => ok(await readTickets(sql, actor, query)));

  route(app, changeTicket, async ({ actor, params, body }) =>
    ok(await saveState(parts, actor, params.ticketId, body.state)),
  );
}
