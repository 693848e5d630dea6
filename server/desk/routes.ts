import { listChats } from '#protocol/chats.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { readDesks } from './read-desks.ts';

export function routeDesk(app: App, { database, clock }: Parts): void {
  route(app, listChats, async ({ actor }) => {
    if (!actor.chatAccess) throw problem('no_chat_access');
    const desks = await readDesks(database.sql, [actor.accountId], clock.now());
    const chats = desks.get(actor.accountId)?.chats ?? [];
    const items = chats.map(({ place: _, offered: __, ...chat }) => chat);
    return ok({ items, nextCursor: null });
  });
}
