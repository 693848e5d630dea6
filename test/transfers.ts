import { beforeEach } from 'vitest';
import { readChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import { listTransferTargets } from '#protocol/transfers.ts';
import { assign, makeAccount, makeMember, makeQueue } from './factories.ts';
import { type Caller, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import type { SocketClient } from './socket-client.ts';
import {
  accept,
  ask,
  claim,
  close,
  decline,
  follow,
  hears,
  type OpenedChat,
  release,
  transfer,
} from './talk.ts';

type Name = 'sadie' | 'omar' | 'noor' | 'hana' | 'eve' | 'ines';

/**
 * A chat of Northfield's that Sadie has, anew for each test, and a desk for everybody. Sadie has a level
 * in the co-op too, Omar has none; Ines staffs Harbour's own desk. For the top of a test file.
 */
export async function openTransfers() {
  const { house, clock, sql } = await testHouse();
  const libraries = await makeLibraries(sql);
  const { coopId, sadie, omar, noor, hana, eve, institutions } = libraries;
  await makeMember(sql, { coopId, accountId: sadie, level: 'regular', optedInto: [] });
  const harbourQueueId = await makeQueue(sql, { institutionId: institutions.harbour });
  const ines = await makeAccount(sql, {
    institutionId: institutions.harbour,
    username: 'ines',
    role: 'operator',
  });
  await assign(sql, { queueId: harbourQueueId, accountId: ines, optedIn: true });

  const as: Record<Name, Caller> = {
    sadie: await house.staff(sadie),
    omar: await house.staff(omar),
    noor: await house.staff(noor),
    hana: await house.staff(hana),
    eve: await house.staff(eve),
    ines: await house.staff(ines),
  };
  let chat: OpenedChat;
  let patron: SocketClient;
  const desks = {} as Record<Name, SocketClient>;

  beforeEach(async () => {
    for (const name of Object.keys(as) as Name[]) desks[name] = await house.desk(as[name]);
    chat = await ask(house, libraries.widgetId, 'Where is the atlas?');
    patron = await house.patron(chat.token);
    await claim(house, chat.chatId, as.sadie);
    return async () => {
      await close(house, chat.chatId, chat.patron);
      for (const client of [patron, ...Object.values(desks)]) await client.close();
      await house.passes(3);
    };
  });

  const input = () => ({ params: { chatId: chat.chatId }, query: undefined, body: undefined });
  return {
    house,
    sql,
    clock,
    ...libraries,
    harbourQueueId,
    ines,
    as,
    desks,
    chat: () => chat,
    patron: () => patron,

    passes: (name: Name, target: Parameters<typeof transfer>[3], clientId?: string) =>
      transfer(house, chat.chatId, as[name], target, clientId),
    accepts: (name: Name) => accept(house, chat.chatId, as[name]),
    declines: (name: Name) => decline(house, chat.chatId, as[name]),
    claims: (name: Name) => claim(house, chat.chatId, as[name]),
    releases: (name: Name) => release(house, chat.chatId, as[name]),
    patronEnds: () => close(house, chat.chatId, chat.patron),
    reads: (name: Name) => house.call(readChat, input(), as[name]),
    asksForTargets: (name: Name) => house.call(listTransferTargets, input(), as[name]),
    /** Closes their page of the desk; resolves when they are gone. */
    leaves: async (name: Name) => {
      await desks[name].close();
      await house.passes(3);
    },

    follows: (name: Name) => follow(desks[name], chat.chatId),
    /** Resolves with the event once the desk has heard it. */
    isTold: (name: Name, kind: ChatEvent['kind']) =>
      hears(desks[name], chat.chatId, (event) => event.kind === kind),
    patronIsTold: (judge: (event: ChatEvent) => boolean) => hears(patron, chat.chatId, judge),
    /** Resolves once the chat stands there on the desk. */
    standsOn: (name: Name, place: string) =>
      desks[name].until((frame) => {
        const chats =
          frame.t === 'desk' ? frame.desk.chats : frame.t === 'chat' ? [frame.chat] : [];
        return chats.find((one) => one.id === chat.chatId && one.place === place);
      }),
    /** Where the chat stands on the desk now; undefined: nowhere. */
    placeOn: async (name: Name) => {
      await desks[name].settle();
      let place: string | undefined;
      for (const frame of desks[name].frames) {
        if (frame.t === 'desk')
          place = frame.desk.chats.find(({ id }) => id === chat.chatId)?.place;
        if (frame.t === 'chat' && frame.chat.id === chat.chatId) place = frame.chat.place;
        if (frame.t === 'gone' && frame.chatId === chat.chatId) place = undefined;
      }
      return place;
    },

    facts: () =>
      sql
        .selectFrom('chats')
        .select(['state', 'ownerId', 'queueId', 'chain', 'route'])
        .where('id', '=', chat.chatId)
        .executeTakeFirstOrThrow(),
    /** The co-ops that it came to. */
    coopsOfChat: () =>
      sql
        .selectFrom('coopChats')
        .select(['coopId', 'through'])
        .where('chatId', '=', chat.chatId)
        .execute(),
  };
}
