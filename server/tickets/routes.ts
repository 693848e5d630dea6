import { leaveChatQuestion } from '#protocol/chats.ts';
import { leaveQuestion } from '#protocol/tickets.ts';
import { created, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { JobParts } from '../platform/jobs/index.ts';
import { problem } from '../platform/problem.ts';
import { findWidget, mayOpenFrom } from '../widgets/index.ts';
import { leaveChatQuestion as leaveFromChat } from './leave-chat-question.ts';
import { leaveQuestion as leave } from './leave-question.ts';
import { routeMailHook } from './mail-hook.ts';
import type { ReceivingParts } from './receive-mail.ts';
import { routeStaffTickets } from './staff-routes.ts';

export interface TicketParts extends ReceivingParts, JobParts {
  readonly clock: ReceivingParts['clock'];
}

export interface TicketOptions {
  /** What lets the mail server in; null: there is no mail hook. */
  readonly mailHookSecret: string | null;
}

export function routeTickets(app: App, parts: TicketParts, options: TicketOptions): void {
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

  routeStaffTickets(app, parts);
  routeMailHook(app, parts, options);
}
