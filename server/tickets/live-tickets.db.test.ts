import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeChat } from '#protocol/chats.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { COUNTED_TICKETS } from '#protocol/limits.ts';
import {
  addTicketNote,
  changeTicket,
  countWaitingTickets,
  leaveQuestion,
  mergeTicket,
  replyToTicket,
} from '#protocol/tickets.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { ask, claim, close } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asOmar = await house.staff(libraries.omar);
const asHana = await house.staff(libraries.hana);
const asEve = await house.staff(libraries.eve);

async function leave(): Promise<string> {
  clock.advance(1);
  const body = { clientId: newId(), question: 'May I?', email: 'sam@patron.example' };
  const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
  return (await house.call(leaveQuestion, input, NOBODY)).body.ticketId;
}

const at = (ticketId: string) => ({ params: { ticketId }, query: undefined });
const change = (caller: Caller, ticketId: string, body: object) =>
  house.call(changeTicket, { ...at(ticketId), body }, caller);
const count = async (caller: Caller) => {
  const input = { params: undefined, query: undefined, body: undefined };
  return (await house.call(countWaitingTickets, input, caller)).body.count;
};

let sadie: SocketClient;
let omar: SocketClient;
let hana: SocketClient;
let eve: SocketClient;
beforeEach(async () => {
  [sadie, omar, hana, eve] = await Promise.all([
    house.desk(asSadie),
    house.desk(asOmar),
    house.desk(asHana),
    house.desk(asEve),
  ]);
});
afterEach(async () => {
  for (const client of [sadie, omar, hana, eve]) await client.close();
});

const tells = (ticketId: string) => (frame: ServerFrame) =>
  frame.t === 'ticket' && frame.ticketId === ticketId ? true : undefined;

const timesTold = (client: SocketClient, ticketId: string) =>
  client.frames.filter(tells(ticketId)).length;

/** Told to Sadie and Omar so often; Hana of the co-op’s other library and Eve hear nothing. */
async function expectTold(ticketId: string, times: number): Promise<void> {
  for (const client of [sadie, omar])
    await expect.poll(() => timesTold(client, ticketId)).toBe(times);
  for (const stranger of [hana, eve]) {
    await stranger.settle();
    expect(timesTold(stranger, ticketId)).toBe(0);
  }
}

describe('the desks of a library are told, and nobody else', () => {
  test('of a new question', async () => {
    await expectTold(await leave(), 1);
  });

  test.each<readonly [string, (ticketId: string) => Promise<unknown>]>([
    ['a change', (id) => change(asOmar, id, { state: 'pending' })],
    [
      'an answer',
      (id) =>
        house.call(
          replyToTicket,
          { ...at(id), body: { clientId: newId(), text: 'Yes.', after: 0 } },
          asOmar,
        ),
    ],
    [
      'a note',
      (id) =>
        house.call(addTicketNote, { ...at(id), body: { clientId: newId(), text: 'Hm.' } }, asOmar),
    ],
    [
      'a merge',
      async (id) => house.call(mergeTicket, { ...at(id), body: { intoId: await leave() } }, asOmar),
    ],
  ])('of %s', async (_what, act) => {
    const ticketId = await leave();
    await expectTold(ticketId, 1);
    await act(ticketId);
    await expectTold(ticketId, 2);
  });

  test('of what a chat left behind', async () => {
    const chat = await ask(house, libraries.widgetId, 'May I come in?');
    await claim(house, chat.chatId, asSadie);
    const body = { clientId: newId(), resolution: 'followUpHome' as const };
    const input = { params: { chatId: chat.chatId }, query: undefined, body };
    expect(await house.call(closeChat, input, asSadie)).toMatchObject({ status: 200 });
    const { id } = await sql
      .selectFrom('tickets')
      .select('id')
      .where('chatId', '=', chat.chatId)
      .executeTakeFirstOrThrow();
    await omar.until(tells(id));
    await close(house, chat.chatId, chat.patron);
  });
});

test('whose it is at another library hears of it, and a last time when it is given away', async () => {
  const ticketId = await leave();
  await expectTold(ticketId, 1);
  await sql
    .updateTable('tickets')
    .set({ ownerId: libraries.hana })
    .where('id', '=', ticketId)
    .execute();
  await change(asHana, ticketId, { state: 'pending' });
  await hana.until(tells(ticketId));
  await change(asHana, ticketId, { ownerId: libraries.sadie });
  await expect.poll(() => timesTold(hana, ticketId)).toBe(2);
  await change(asOmar, ticketId, { state: 'closed' });
  await expect.poll(() => timesTold(sadie, ticketId)).toBe(4);
  await hana.settle();
  expect(timesTold(hana, ticketId)).toBe(2);
});

test('who writes an answer is told to colleagues, and neither to strangers nor by them', async () => {
  const ticketId = await leave();
  eve.send({ t: 'writing', ticketId, on: true });
  await eve.settle();
  sadie.send({ t: 'writing', ticketId, on: true });
  expect(await omar.next('writing')).toMatchObject({
    ticketId,
    accountId: libraries.sadie,
    name: 'sadie',
    on: true,
  });
  sadie.send({ t: 'writing', ticketId, on: false });
  await omar.until((frame) => (frame.t === 'writing' && !frame.on ? frame : undefined));
  for (const client of [sadie, hana, eve]) {
    await client.settle();
    expect(client.frames.filter(({ t }) => t === 'writing')).toEqual([]);
  }
  expect(omar.frames.filter(({ t }) => t === 'writing')).toHaveLength(2);
});

test('what waits is counted: new or open, one’s own or nobody’s', async () => {
  await sql.deleteFrom('tickets').execute();
  const [first, second, third] = [await leave(), await leave(), await leave()];
  expect([await count(asSadie), await count(asOmar), await count(asEve)]).toEqual([3, 3, 0]);
  await change(asOmar, first, { ownerId: libraries.omar });
  expect([await count(asSadie), await count(asOmar)]).toEqual([2, 3]);
  await change(asOmar, second, { state: 'closed' });
  await house.call(mergeTicket, { ...at(third), body: { intoId: first } }, asOmar);
  expect([await count(asSadie), await count(asOmar)]).toEqual([0, 1]);
  for (let n = 0; n < COUNTED_TICKETS + 2; n += 1) await leave();
  expect(await count(asSadie)).toBe(COUNTED_TICKETS);
});
