import { beforeEach, expect } from 'vitest';
import { closeChat, readChat, readEvents, type StaffChat } from '#protocol/chats.ts';
import type { ChatEvent, Resolution } from '#protocol/events.ts';
import { changeResolution } from '#protocol/resolutions.ts';
import { listTicketEntries, listTickets } from '#protocol/tickets.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, testHouse } from './house.ts';
import { LOCAL_SECONDS, makeLibraries } from './libraries.ts';
import { ask, claim, type OpenedChat } from './talk.ts';

export const QUESTION = `Where are the maps? ${'And the atlases? '.repeat(40)}`;

type Ending = { resolution?: Resolution; note?: string; email?: string };

/** A chat of Northfield's, anew for each test, that ends in one way or another. For the top of a test file. */
export async function openEndedChat() {
  const { house, clock, sql } = await testHouse();
  const libraries = await makeLibraries(sql);
  const asHana = await house.staff(libraries.hana);
  const chat = {} as OpenedChat;

  beforeEach(async () => {
    Object.assign(chat, await ask(house, libraries.widgetId, QUESTION));
  });

  const at = () => ({ params: { chatId: chat.chatId }, query: undefined, body: undefined });
  return {
    house,
    clock,
    sql,
    libraries,
    asSadie: await house.staff(libraries.sadie),
    asNoor: await house.staff(libraries.noor),
    asAda: await house.staff(libraries.ada),
    asHana,
    asEve: await house.staff(libraries.eve),
    /** Of the test that runs. */
    chat,
    end: (caller: Caller, ending: Ending, clientId = newId()) =>
      house.call(closeChat, { ...at(), body: { clientId, ...ending } }, caller),
    resolve: (caller: Caller, ending: Ending & { resolution: Resolution }) =>
      house.call(changeResolution, { ...at(), body: ending }, caller),
    ticketsOf: async (caller: Caller) => {
      const input = { params: undefined, query: { limit: 200 }, body: undefined };
      const { body } = await house.call(listTickets, input, caller);
      return body.items.filter(({ chatId }) => chatId === chat.chatId);
    },
    entriesOf: async (caller: Caller, ticketId: string) => {
      const input = { params: { ticketId }, query: {}, body: undefined };
      return (await house.call(listTicketEntries, input, caller)).body.items;
    },
    eventsAs: async (caller: Caller): Promise<ChatEvent[]> =>
      (await house.call(readEvents, { ...at(), query: {} }, caller)).body.events,
    resolutionAs: async (caller: Caller) =>
      ((await house.call(readChat, at(), caller)).body as StaffChat).resolution,
    /** Hana of Harbour answers through the co-op. */
    answeredFromElsewhere: async () => {
      await house.passes(LOCAL_SECONDS);
      expect(await claim(house, chat.chatId, asHana)).toMatchObject({ status: 200 });
    },
  };
}
