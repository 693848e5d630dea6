import { beforeEach, describe, expect, test } from 'vitest';
import { readChat } from '#protocol/chats.ts';
import { TRANSFER_SECONDS } from '#protocol/limits.ts';
import { listTransferTargets } from '#protocol/transfers.ts';
import { drivenClock } from '../../../test/clock.ts';
import { testDatabase } from '../../../test/database/index.ts';
import { assign, makeAccount, makeMember, makeQueue, setLimit } from '../../../test/factories.ts';
import { ANY_NUMBER, type Caller, openHouse } from '../../../test/house.ts';
import { makeLibraries } from '../../../test/libraries.ts';
import type { SocketClient } from '../../../test/socket-client.ts';
import {
  accept,
  ask,
  claim,
  close,
  decline,
  follow,
  heardEvents,
  hears,
  type OpenedChat,
  release,
  say,
  transfer,
} from '../../../test/talk.ts';
import { newId } from '../../platform/ids.ts';

const connection = await testDatabase();
const clock = drivenClock();
const house = await openHouse({ connection, clock, frameRate: ANY_NUMBER });
const { sql } = house.parts.database;
const libraries = await makeLibraries(sql);
const { coopId, queueId, coopQueueId, sadie, omar, noor, hana, eve, institutions } = libraries;
// Sadie has a level in the co-op, Omar has none; Harbour has a desk of its own, which Ines staffs.
await makeMember(sql, { coopId, accountId: sadie, level: 'regular', optedInto: [] });
const harbourQueueId = await makeQueue(sql, { institutionId: institutions.harbour });
const ines = await makeAccount(sql, {
  institutionId: institutions.harbour,
  username: 'ines',
  role: 'operator',
});
await assign(sql, { queueId: harbourQueueId, accountId: ines, optedIn: true });

const as: Record<string, Caller> = {};
for (const [name, accountId] of Object.entries({ sadie, omar, noor, hana, eve, ines }))
  as[name] = await house.staff(accountId);
const caller = (name: string): Caller => as[name] ?? {};

let chat: OpenedChat;
let desks: Record<string, SocketClient>;
let patron: SocketClient;

beforeEach(async () => {
  desks = {};
  for (const name of Object.keys(as)) desks[name] = await house.desk(caller(name));
  chat = await ask(house, libraries.widgetId, 'Where is the atlas?');
  patron = await house.patron(chat.token);
  await claim(house, chat.chatId, caller('sadie'));
  return async () => {
    await close(house, chat.chatId, chat.patron);
    for (const client of [patron, ...Object.values(desks)]) await client.close();
    await house.passes(3);
  };
});

const pass = (name: string, target: Parameters<typeof transfer>[3]) =>
  transfer(house, chat.chatId, caller(name), target);
const read = (name: string) =>
  house.call(
    readChat,
    { params: { chatId: chat.chatId }, query: undefined, body: undefined },
    caller(name),
  );
const placeOn = async (name: string) => {
  const desk = desks[name];
  await desk?.settle();
  const frames = desk?.frames ?? [];
  let place: string | undefined;
  for (const frame of frames) {
    if (frame.t === 'desk') place = frame.desk.chats.find(({ id }) => id === chat.chatId)?.place;
    if (frame.t === 'chat' && frame.chat.id === chat.chatId) place = frame.chat.place;
    if (frame.t === 'gone' && frame.chatId === chat.chatId) place = undefined;
  }
  return place;
};
const standsOn = (name: string, place: string) =>
  desks[name]?.until((frame) => {
    const chats = frame.t === 'desk' ? frame.desk.chats : frame.t === 'chat' ? [frame.chat] : [];
    return chats.find((one) => one.id === chat.chatId && one.place === place);
  });
const facts = () =>
  sql
    .selectFrom('chats')
    .select(['state', 'ownerId', 'queueId', 'chain', 'route'])
    .where('id', '=', chat.chatId)
    .executeTakeFirstOrThrow();
const through = () =>
  sql
    .selectFrom('coopChats')
    .select(['coopId', 'through'])
    .where('chatId', '=', chat.chatId)
    .execute();

describe('to a colleague', () => {
  test('it stays with the sender until it is accepted, and then is the colleague’s', async () => {
    expect(await pass('sadie', { accountId: omar, note: 'Wants a map.' })).toMatchObject({
      status: 200,
      body: { ownerId: sadie, transfer: { toId: omar, fromId: sadie, note: 'Wants a map.' } },
    });
    await standsOn('omar', 'passed');
    expect(await facts()).toMatchObject({ ownerId: sadie });
    await say(house, chat.chatId, caller('sadie'), 'A colleague will know.');

    expect(await accept(house, chat.chatId, caller('omar'))).toMatchObject({
      status: 200,
      body: { ownerId: omar, transfer: null },
    });
    expect(await accept(house, chat.chatId, caller('omar'))).toMatchObject({ status: 200 });
    await standsOn('omar', 'mine');
    const answered = await sql
      .selectFrom('answerings')
      .select('accountId')
      .where('chatId', '=', chat.chatId)
      .execute();
    expect(new Set(answered.map(({ accountId }) => accountId))).toEqual(new Set([sadie, omar]));
    const heard = await hears(
      patron,
      chat.chatId,
      (event) => event.kind === 'claimed' && event.by.name === 'omar',
    );
    expect(heard).not.toHaveProperty('from');
  });

  test('whom nobody asked hears nothing of it, and the patron neither', async () => {
    await pass('sadie', { accountId: omar, note: 'Wants a map.' });
    await standsOn('omar', 'passed');
    await follow(desks['omar'] as SocketClient, chat.chatId);
    expect((await read('omar')).status).toBe(200);
    for (const stranger of ['eve', 'hana', 'ines']) {
      expect((await read(stranger)).status).toBe(404);
      expect(await accept(house, chat.chatId, caller(stranger))).toMatchObject({ status: 404 });
      expect(await decline(house, chat.chatId, caller(stranger))).toMatchObject({ status: 404 });
      expect(await placeOn(stranger)).toBeUndefined();
    }
    await patron.settle();
    expect(JSON.stringify(patron.frames)).not.toContain('map');
    expect(heardEvents(patron, chat.chatId).map(({ kind }) => kind)).toEqual([
      'opened',
      'message',
      'claimed',
    ]);
  });

  test('declined, it stays, the sender is told, and who was asked reads it no more', async () => {
    await follow(desks['sadie'] as SocketClient, chat.chatId);
    await pass('sadie', { accountId: hana });
    expect((await read('hana')).status).toBe(200);
    expect(await decline(house, chat.chatId, caller('hana'))).toMatchObject({ status: 204 });
    const told = await hears(
      desks['sadie'] as SocketClient,
      chat.chatId,
      ({ kind }) => kind === 'transfer_declined',
    );
    expect(told).toMatchObject({ reason: 'declined', to: { accountId: hana } });
    expect((await read('hana')).status).toBe(404);
    expect(await accept(house, chat.chatId, caller('hana'))).toMatchObject({ status: 404 });
    expect(await facts()).toMatchObject({ ownerId: sadie });
  });

  test('unanswered for a minute, it stays, and not a second earlier', async () => {
    await follow(desks['sadie'] as SocketClient, chat.chatId);
    await pass('sadie', { accountId: omar });
    await house.passes(TRANSFER_SECONDS - 1);
    expect((await read('sadie')).body).toMatchObject({ transfer: { toId: omar } });
    await house.passes(1);
    expect((await read('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
    const told = await hears(
      desks['sadie'] as SocketClient,
      chat.chatId,
      ({ kind }) => kind === 'transfer_declined',
    );
    expect(told).toMatchObject({ reason: 'unanswered' });
    expect(await accept(house, chat.chatId, caller('omar'))).toMatchObject({ status: 409 });
  });

  test('who loses the level that let them answer is asked no more, and reads no more', async () => {
    await pass('sadie', { accountId: hana });
    expect((await read('hana')).status).toBe(200);
    const memberships = sql.deleteFrom('coopMemberships').where('accountId', '=', hana);
    await memberships.execute();
    await house.passes(1);
    const { status } = await read('hana');
    await makeMember(sql, { coopId, accountId: hana, level: 'regular', optedInto: [] });
    expect(status).toBe(404);
    expect((await read('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
  });

  test('who leaves the desk can’t be waited for', async () => {
    await pass('sadie', { accountId: omar });
    await desks['omar']?.close();
    await house.passes(3);
    expect((await read('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
  });

  test('it is taken back, and offered to another', async () => {
    await pass('sadie', { accountId: omar });
    expect(await pass('sadie', { accountId: hana })).toMatchObject({ code: 'conflict' });
    expect(await decline(house, chat.chatId, caller('sadie'))).toMatchObject({ status: 204 });
    expect(await pass('sadie', { accountId: hana })).toMatchObject({ status: 200 });
    expect(await accept(house, chat.chatId, caller('omar'))).toMatchObject({ status: 409 });
    expect(await accept(house, chat.chatId, caller('hana'))).toMatchObject({ status: 200 });
  });

  test('of another library, it goes through the co-op, with the home library’s introduction', async () => {
    await pass('sadie', { accountId: hana });
    expect(await through()).toEqual([]);
    await accept(house, chat.chatId, caller('hana'));
    expect(await through()).toEqual([{ coopId, through: true }]);
    const heard = await hears(
      patron,
      chat.chatId,
      (event) => event.kind === 'claimed' && event.by.name === 'hana',
    );
    expect(heard).toHaveProperty('introduction', 'A librarian of a partner library answers.');
  });

  test('nobody gets more chats than their limit, at the asking or at the answer', async () => {
    const other = await ask(house, libraries.widgetId, 'And the globe?');
    await setLimit(sql, omar, 1);
    await pass('sadie', { accountId: omar });
    await claim(house, other.chatId, caller('omar'));
    expect(await accept(house, chat.chatId, caller('omar'))).toMatchObject({ code: 'at_limit' });
    await decline(house, chat.chatId, caller('omar'));
    expect(await pass('sadie', { accountId: omar })).toMatchObject({ code: 'conflict' });
    await close(house, other.chatId, other.patron);
    await setLimit(sql, omar, 50);
  });

  test.each([
    ['oneself', sadie],
    ['a stranger', eve],
    ['a partner without a level', ines],
    ['nobody', newId()],
  ])('not to %s', async (_, accountId) => {
    expect(await pass('sadie', { accountId })).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(await facts()).toMatchObject({ ownerId: sadie });
  });

  test('not to who is not at the desk', async () => {
    await desks['omar']?.close();
    await house.passes(3);
    expect(await pass('sadie', { accountId: omar })).toMatchObject({ code: 'breaks_rule' });
  });

  test('only one’s own chat', async () => {
    expect(await pass('omar', { accountId: noor })).toMatchObject({ status: 403 });
    expect(await pass('eve', { accountId: noor })).toMatchObject({ status: 404 });
  });

  test('the same client id twice is one offer', async () => {
    const clientId = newId();
    const twice = () =>
      transfer(house, chat.chatId, caller('sadie'), { accountId: omar }, clientId);
    expect(await twice()).toMatchObject({ status: 200 });
    await decline(house, chat.chatId, caller('omar'));
    expect(await twice()).toMatchObject({ status: 200, body: { transfer: null } });
  });

  test('a chat that is closed meanwhile can’t be accepted', async () => {
    await pass('sadie', { accountId: omar });
    await close(house, chat.chatId, chat.patron);
    await house.passes(1);
    expect((await accept(house, chat.chatId, caller('omar'))).status).toBe(409);
    expect(await sql.selectFrom('transfers').selectAll().execute()).toEqual([]);
  });
});

describe('to a queue or a co-op', () => {
  test('it waits there, and there alone, with its history', async () => {
    expect(await pass('sadie', { coopId, note: 'In Harbour’s catalogue?' })).toMatchObject({
      status: 200,
      body: { state: 'waiting', ownerId: null, coopName: 'Night Owls', queueName: 'Night desk' },
    });
    await standsOn('hana', 'waiting');
    await desks['omar']?.settle();
    expect(await placeOn('omar')).toBeUndefined();
    expect(await claim(house, chat.chatId, caller('omar'))).toMatchObject({ status: 404 });
    expect(await through()).toEqual([{ coopId, through: true }]);
    const heard = await hears(patron, chat.chatId, ({ kind }) => kind === 'returned');
    expect(heard).toMatchObject({ reason: 'passed_on', operatorName: 'sadie' });
    expect(Object.keys(heard)).not.toContain('note');
    expect(Object.keys(heard)).not.toContain('queue');
    expect(await claim(house, chat.chatId, caller('hana'))).toMatchObject({ status: 200 });
  });

  test('it stays there when whoever claims it gives it back', async () => {
    await pass('sadie', { coopId });
    await claim(house, chat.chatId, caller('hana'));
    await release(house, chat.chatId, caller('hana'));
    await house.passes(1);
    expect(await facts()).toMatchObject({
      state: 'waiting',
      chain: [{ queueIds: [coopQueueId], waitSeconds: 0 }],
    });
    expect(await claim(house, chat.chatId, caller('omar'))).toMatchObject({ status: 404 });
  });

  test('it is referred home by who answers for another library', async () => {
    await pass('sadie', { coopId });
    await claim(house, chat.chatId, caller('hana'));
    expect(await pass('hana', { queueId })).toMatchObject({
      status: 200,
      body: { queueId, coopName: null, state: 'waiting' },
    });
    await standsOn('omar', 'waiting');
    expect(await claim(house, chat.chatId, caller('omar'))).toMatchObject({ status: 200 });
  });

  test.each([
    ['a queue of a stranger', { queueId: libraries.strangeQueueId }],
    ['a queue of a partner, whose staff need no level', { queueId: harbourQueueId }],
    ['a co-op that is none', { coopId: newId() }],
  ])('not to %s', async (_, target) => {
    expect(await pass('sadie', target)).toMatchObject({ status: 422, code: 'breaks_rule' });
  });

  test('not by who has no level in the co-op', async () => {
    await release(house, chat.chatId, caller('sadie'));
    await assign(sql, { queueId, accountId: noor, optedIn: true });
    await claim(house, chat.chatId, caller('noor'));
    expect(await pass('noor', { coopId })).toMatchObject({ code: 'breaks_rule' });
    expect(await pass('noor', { queueId: coopQueueId })).toMatchObject({ code: 'breaks_rule' });
    await sql.deleteFrom('assignments').where('accountId', '=', noor).execute();
  });

  test('not to a co-op outside of its coverage', async () => {
    const never = { timeZone: 'UTC', week: [[], [], [], [], [], [], []], holidays: [] };
    const cover = (coverage: string | null) =>
      sql
        .updateTable('coopInstitutions')
        .set({ coverage })
        .where('institutionId', '=', institutions.northfield)
        .execute();
    await cover(JSON.stringify(never));
    expect(await pass('sadie', { coopId })).toMatchObject({ code: 'breaks_rule' });
    expect(await pass('sadie', { queueId: coopQueueId })).toMatchObject({ code: 'breaks_rule' });
    await cover(null);
  });

  test('with nobody there, the patron is offered the form at once', async () => {
    await desks['hana']?.close();
    await house.passes(3);
    await pass('sadie', { coopId });
    await house.passes(1);
    expect((await read('sadie')).body).toMatchObject({ formOffered: true });
  });

  test('when the place is gone, the library’s own chain is the way back', async () => {
    await pass('sadie', { coopId });
    await sql.updateTable('coops').set({ deletedAt: clock.now() }).execute();
    await house.passes(1);
    await standsOn('omar', 'waiting');
    expect(await placeOn('hana')).toBeUndefined();
    await sql.updateTable('coops').set({ deletedAt: null }).execute();
  });
});

describe('whom a chat may go to', () => {
  const targets = async (name: string) =>
    house.call(
      listTransferTargets,
      { params: { chatId: chat.chatId }, query: undefined, body: undefined },
      caller(name),
    );

  test('is told to its operator, people with room and queues with somebody first', async () => {
    await setLimit(sql, omar, 1);
    const other = await ask(house, libraries.widgetId, 'And the globe?');
    await claim(house, other.chatId, caller('omar'));
    const { body } = await targets('sadie');
    // Noor is of the library, Hana in the co-op; Eve is a stranger, and Ines has no level.
    expect(body.people.map(({ accountId }) => accountId)).toEqual([hana, noor, omar]);
    expect(body.people.at(-1)).toMatchObject({ openChats: 1, maxChats: 1, state: 'available' });
    expect(body.queues.map((queue) => [queue.queueId, queue.isOnline])).toEqual([
      [coopQueueId, true],
      [queueId, true],
    ]);
    expect(body.coops).toEqual([{ coopId, name: 'Night Owls', isOnline: true, isCovered: true }]);
    await close(house, other.chatId, other.patron);
    await setLimit(sql, omar, 50);
  });

  test('to nobody else', async () => {
    expect(await targets('omar')).toMatchObject({ status: 403 });
    expect(await targets('eve')).toMatchObject({ status: 404 });
  });
});
