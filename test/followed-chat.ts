import { afterEach, beforeEach, onTestFinished } from 'vitest';
import { assign } from './factories.ts';
import { type Caller, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import type { SocketClient } from './socket-client.ts';
import { ask, close, follow, heardEvents, hears, type OpenedChat, post } from './talk.ts';

export const QUESTION = 'A question that is nobody else’s business';

/**
 * A waiting chat of Northfield's, anew for each test, which two operators, an admin and its patron
 * follow. For the top of a test file.
 */
export async function openFollowedChat() {
  const { house, clock, sql } = await testHouse();
  const libraries = await makeLibraries(sql);
  const chat = {} as OpenedChat;
  const asSadie: Caller = {};
  const pages = {} as Record<'sadie' | 'omar' | 'ada' | 'patron', SocketClient>;

  beforeEach(async () => {
    Object.assign(asSadie, await house.staff(libraries.sadie));
    pages.sadie = await house.desk(asSadie);
    pages.omar = await house.desk(await house.staff(libraries.omar));
    pages.ada = await house.desk(await house.staff(libraries.ada));
    Object.assign(chat, await ask(house, libraries.widgetId, QUESTION));
    pages.patron = await house.patron(chat.token);
    for (const name of ['sadie', 'omar', 'ada'] as const) await follow(pages[name], chat.chatId);
  });
  afterEach(async () => {
    for (const page of Object.values(pages)) await page.close();
    await close(house, chat.chatId, chat.patron);
  });

  return {
    clock,
    house,
    sql,
    libraries,
    /** Of the test that runs. */
    chat,
    asSadie,
    pages,
    /** The patron writes. Waits until the admin, who hears everything, has heard it; then until `client` has all that was sent. */
    afterAnother: async (client: SocketClient, text: string): Promise<void> => {
      pages.patron.send(post(chat.chatId, text));
      await hears(
        pages.ada,
        chat.chatId,
        (event) => event.kind === 'message' && event.text === text,
      );
      await client.settle();
    },
    textsHeard: (client: SocketClient): string[] =>
      heardEvents(client, chat.chatId).flatMap((event) =>
        event.kind === 'message' || event.kind === 'note' ? [event.text] : [],
      ),
    /** Resolves once the chat stands on the desk. */
    standsOn: (client: SocketClient) =>
      client.until((frame) => {
        const shown =
          frame.t === 'desk' ? frame.desk.chats : frame.t === 'chat' ? [frame.chat] : [];
        return shown.find(({ id }) => id === chat.chatId);
      }),
    /** Takes the account off Northfield's queue until the test is over. */
    unassign: async (accountId: string): Promise<void> => {
      const { queueId } = libraries;
      onTestFinished(() => assign(sql, { queueId, accountId, optedIn: true }));
      await sql
        .deleteFrom('assignments')
        .where('accountId', '=', accountId)
        .where('queueId', '=', queueId)
        .execute();
    },
  };
}
