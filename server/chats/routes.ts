import {
  claimChat,
  closeChat,
  openChat,
  postMessage,
  readChat,
  readEvents,
  releaseChat,
} from '#protocol/chats.ts';
import { changeResolution } from '#protocol/resolutions.ts';
import type { PatronActor, StaffActor } from '../platform/http/actor.ts';
import { created, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import type { Tokens } from '../platform/secrets.ts';
import { findWidget, mayOpenFrom } from '../widgets/index.ts';
import { BY_PATRON, byOperator } from './append-events.ts';
import { awaitEvent } from './await-event.ts';
import { presentToPatron, presentToStaff } from './chat.ts';
import { claimChat as claim } from './claim-chat.ts';
import { type Closing, closeChat as close } from './close-chat.ts';
import { readEventPage } from './event-page.ts';
import { openChat as open } from './open-chat.ts';
import { seePatrons } from './patron-leases.ts';
import { postMessage as post } from './post-message.ts';
import { changeResolution as resolve } from './resolve-chat.ts';
import { findChat, findReadableChat } from './store.ts';
import { releaseChat as release } from './waiting/return-chat.ts';
import type { WayHome } from './way-home.ts';
import type { MessageWriter } from './writer.ts';

export interface ChatParts extends Parts {
  readonly tokens: Tokens;
  readonly writer: MessageWriter;
  readonly wayHome: WayHome;
}

type Party = StaffActor | PatronActor;

export function routeChats(app: App, parts: ChatParts): void {
  const { database, bus, tokens } = parts;

  route(
    app,
    openChat,
    async ({ params, body, request }) => {
      const widget = await findWidget(database.sql, params.widgetId);
      if (!widget) throw problem('not_found', 'There is no such widget.');
      if (!mayOpenFrom(widget, request.headers.origin, app.ownOrigin))
        throw problem('foreign_origin');
      const { chatId, patronId, isNew } = await open(parts, widget, body);
      const answer = {
        chatId,
        token: tokens.sign('chat', chatId),
        patronToken: tokens.sign('patron', patronId),
      };
      return isNew ? created(answer) : ok(answer);
    },
    { traffic: 'opening' },
  );

  route(app, readChat, async ({ params, actor }) => ok(await readAs(parts, actor, params.chatId)));

  route(app, claimChat, async ({ params, actor }) => ok(await claim(parts, actor, params.chatId)));

  route(app, releaseChat, async ({ params, actor }) => {
    await refuseUnreadable(parts, actor, params.chatId);
    await release(parts, actor, params.chatId);
    return ok(presentToStaff(await readableChat(parts, actor, params.chatId)));
  });

  route(app, closeChat, async ({ params, body, actor }) => {
    const { chatId } = params;
    await refuseUnreadable(parts, actor, chatId);
    const byPatron = actor.kind === 'patron';
    const { clientId, resolution, note, email } = body;
    if (byPatron && (resolution ?? note ?? email) !== undefined)
      throw problem('may_not', 'How a chat ended is for staff to say.');
    const closing: Closing = {
      chatId,
      clientId,
      reason: byPatron ? 'patron' : 'operator',
      by: byPatron ? BY_PATRON : byOperator(actor),
      mayClose(chat) {
        if (!byPatron && chat.ownerId !== actor.accountId) {
          throw problem('may_not', 'Only its operator and its patron can close a chat.');
        }
      },
    };
    const said = { resolution: resolution ?? 'answered', note: note ?? null, email: email ?? null };
    await close(parts, closing, byPatron ? null : { ...said, by: actor });
    return ok(await readAs(parts, actor, chatId));
  });

  route(app, changeResolution, async ({ params, body, actor }) => {
    const { chatId } = params;
    // First: without it the chat is not found, and they would not be told why.
    if (!actor.chatAccess && actor.role === 'operator') throw problem('no_chat_access');
    await readableChat(parts, actor, chatId);
    const { resolution, note, email } = body;
    await resolve(parts, actor, chatId, { resolution, note: note ?? null, email: email ?? null });
    return ok(presentToStaff(await readableChat(parts, actor, chatId)));
  });

  route(app, postMessage, async ({ params, body, actor }) => {
    await refuseUnreadable(parts, actor, params.chatId);
    const byPatron = actor.kind === 'patron';
    if (byPatron && body.note) throw problem('may_not', 'Notes are for staff.');
    const message = { ...body, chatId: params.chatId, note: body.note ?? false };
    const posted = await post(parts, byPatron ? BY_PATRON : byOperator(actor), message);
    const answer = { seq: byPatron ? (posted.patronSeq ?? 0) : posted.seq };
    return posted.verdict === 'stored' ? created(answer) : ok(answer);
  });

  route(app, readEvents, async ({ params, query, actor, request }) => {
    const { chatId } = params;
    await refuseUnreadable(parts, actor, chatId);
    // Where sockets are refused, this is how a patron is there.
    if (actor.kind === 'patron') await seePatrons(database.sql, [chatId], parts.clock.now());
    const read = () =>
      readEventPage(
        database.sql,
        chatId,
        actor.kind === 'patron' ? 'patron' : 'staff',
        query.after,
        query.limit,
      );
    // Listening begins before the first look, so that nothing falls between the two.
    const next = awaitEvent(bus, chatId, query.wait, request.raw.socket);
    const first = await read();
    if (first.events.length > 0 || query.wait === 0) {
      next.cancel();
      return ok(first);
    }
    await next.arrived;
    // Rights may have gone while this waited, or the whole session.
    const reader = actor.kind === 'patron' ? actor : await app.authenticate.staff(request);
    await refuseUnreadable(parts, reader, chatId);
    return ok(await read());
  });
}

async function readAs(parts: ChatParts, actor: Party, chatId: string) {
  return actor.kind === 'patron'
    ? presentToPatron(await ownChat(parts, actor, chatId))
    : presentToStaff(await readableChat(parts, actor, chatId));
}

async function refuseUnreadable(parts: ChatParts, actor: Party, chatId: string): Promise<void> {
  if (actor.kind === 'patron') await ownChat(parts, actor, chatId);
  else await readableChat(parts, actor, chatId);
}

/** A patron's token is bound to one chat; any other does not exist for it. */
async function ownChat({ database, clock }: ChatParts, actor: PatronActor, chatId: string) {
  const chat = actor.chatId === chatId && (await findChat(database.sql, chatId, clock.now()));
  if (!chat) throw problem('not_found');
  return chat;
}

async function readableChat({ database, clock }: ChatParts, actor: StaffActor, chatId: string) {
  const chat = await findReadableChat(database.sql, actor, chatId, clock.now());
  if (!chat) throw problem('not_found');
  return chat;
}
