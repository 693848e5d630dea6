import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseState } from '#protocol/presence.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { readAvailability } from '#protocol/widgets.ts';
import { makeWidget, setLimit } from '../../test/factories.ts';
import { leave, nextHint } from '../../test/hints.ts';
import { NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { ask, claim, heardEvents, hears, type OpenedChat } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';
import { beginLease } from './index.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { sadie } = libraries;
const asSadie = await house.staff(sadie);
/** Leads to Northfield's own desk alone. */
const widgetId = await makeWidget(sql, {
  institutionId: libraries.institutions.northfield,
  chain: [{ queueId: libraries.queueId, waitSeconds: 600 }],
  unansweredSeconds: 3_600,
});

let page: SocketClient;
let pageId: string;
beforeEach(async () => {
  pageId = newId();
  page = await house.desk(asSadie, pageId);
});
afterEach(async () => {
  page.terminate();
  await page.closed;
  // Nobody at the desk, and no chat, is left to the next test.
  await sql.deleteFrom('operatorLeases').execute();
  await sql
    .updateTable('chats')
    .set({ state: 'closed', closedAt: clock.now(), nextStepAt: null, formOfferAt: null })
    .where('state', '!=', 'closed')
    .execute();
});

async function availability() {
  const input = { params: { widgetId }, query: undefined, body: undefined };
  const { body } = await house.call(readAvailability, input, NOBODY);
  return body;
}
const isOnline = async () => (await availability()).online;

async function claimedChat(): Promise<OpenedChat> {
  const chat = await ask(house, widgetId, 'Are you there?');
  expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
  return chat;
}

async function stateOf({ chatId }: OpenedChat): Promise<string> {
  const { state } = await sql
    .selectFrom('chats')
    .select('state')
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  return state;
}

describe('an operator with a page open', () => {
  test('is offered chats for as long as the page answers', async () => {
    const chat = await claimedChat();
    await house.passes(120);
    expect(await isOnline()).toBe(true);
    expect(await stateOf(chat)).toBe('active');
  });

  test('is offered none from 2 s after the last page closed', async () => {
    await leave(house, sadie, page);
    await house.passes(1);
    expect(await isOnline()).toBe(true);
    await house.passes(1);
    expect(await isOnline()).toBe(false);
  });

  test('who is gone keeps the chats for 20 s more; then they are offered again, and the patron is told', async () => {
    const chat = await claimedChat();
    const patron = await house.patron(chat.token);
    await leave(house, sadie, page);
    await house.passes(21);
    expect(await stateOf(chat)).toBe('active');
    await house.passes(1);
    const returned = await hears(patron, chat.chatId, ({ kind }) => kind === 'returned');
    expect(returned).toMatchObject({ reason: 'gone', by: { kind: 'system' } });
    expect(await stateOf(chat)).toBe('waiting');
  });

  test('whose chats came back finds them waiting, and may claim them again', async () => {
    const chat = await claimedChat();
    await leave(house, sadie, page);
    await house.passes(30);
    page = await house.desk(asSadie);
    const { desk } = await page.next('desk');
    expect(desk.chats).toMatchObject([{ id: chat.chatId, place: 'waiting', offered: true }]);
    expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
  });

  test('who reloads it never leaves', async () => {
    const chat = await claimedChat();
    for (let n = 0; n < 5; n += 1) {
      await leave(house, sadie, page);
      await house.passes(1);
      expect(await isOnline()).toBe(true);
      page = await house.desk(asSadie);
      await house.passes(10);
      expect(await isOnline()).toBe(true);
    }
    expect(await stateOf(chat)).toBe('active');
  });

  test('who is back within the 20 s keeps the chats', async () => {
    const chat = await claimedChat();
    await leave(house, sadie, page);
    await house.passes(20);
    page = await house.desk(asSadie);
    await house.passes(60);
    expect(await stateOf(chat)).toBe('active');
  });

  test('and a second one stays when either closes, and leaves with the last', async () => {
    const second = await house.desk(asSadie);
    await leave(house, sadie, second);
    await house.passes(40);
    expect(await isOnline()).toBe(true);
    await leave(house, sadie, page);
    await house.passes(2);
    expect(await isOnline()).toBe(false);
  });
});

describe('a page that falls silent', () => {
  test('counts for 30 s after it was last heard of, and not a second more', async () => {
    await house.passes(10);
    page.fallSilent();
    await page.settle();
    await house.passes(29);
    expect(await isOnline()).toBe(true);
    await house.passes(1);
    expect(await isOnline()).toBe(false);
  });

  test('has its connection ended, and its chats offered again 20 s after its lease', async () => {
    const chat = await claimedChat();
    await house.passes(10);
    page.fallSilent();
    await page.settle();
    await house.passes(49);
    expect(await stateOf(chat)).toBe('active');
    await house.passes(1);
    expect(await stateOf(chat)).toBe('waiting');
    expect(await page.closed).toMatchObject({ code: 1006 });
  });

  test('and is back on a new connection stays when the old one is found dead', async () => {
    const chat = await claimedChat();
    page.fallSilent();
    await house.passes(10);
    const again = await house.desk(asSadie, pageId);
    for (let n = 0; n < 40; n += 1) {
      await house.passes(1);
      expect(await isOnline()).toBe(true);
    }
    expect(await page.closed).toMatchObject({ code: 1006 });
    expect(await stateOf(chat)).toBe('active');
    await again.close();
  });

  test('of a process that was killed is noticed by every other process', async () => {
    const { hana, coopQueueId, institutions } = libraries;
    const coopWidgetId = await makeWidget(sql, {
      institutionId: institutions.northfield,
      chain: [{ coopId: libraries.coopId, waitSeconds: 600 }],
    });
    // All that a killed process leaves behind: a lease that nobody renews.
    await beginLease(house.parts, { pageId: newId(), accountId: hana });
    const chat = await ask(house, coopWidgetId, 'Is anybody there?');
    const patron = await house.patron(chat.token);
    expect(await claim(house, chat.chatId, await house.staff(hana))).toMatchObject({
      body: { queueId: coopQueueId },
    });
    await house.passes(49);
    expect(heardEvents(patron, chat.chatId).map(({ kind }) => kind)).not.toContain('returned');
    await house.passes(1);
    await hears(patron, chat.chatId, ({ kind }) => kind === 'returned');
    expect(await stateOf(chat)).toBe('waiting');
  });
});

describe('a clock of the database that jumps', () => {
  test.each([
    ['ahead by an hour', 3_600],
    ['back by an hour', -3_600],
  ])('%s makes nobody leave', async (_, seconds) => {
    const chat = await claimedChat();
    await house.passes(10);
    clock.jump(seconds);
    expect(await house.looksAtClock()).toBe(seconds * 1_000);
    for (let n = 0; n < 90; n += 1) {
      await house.passes(1);
      expect(await isOnline()).toBe(true);
    }
    expect(await stateOf(chat)).toBe('active');
  });

  test('lets those be found gone who are, once all had the time to come back', async () => {
    const chat = await claimedChat();
    await leave(house, sadie, page);
    clock.jump(3_600);
    await house.looksAtClock();
    await house.passes(29);
    expect(await stateOf(chat)).toBe('active');
    await house.passes(31);
    expect(await stateOf(chat)).toBe('waiting');
  });

  test('by less than a second is not looked at', async () => {
    clock.jump(0.9);
    expect(await house.looksAtClock()).toBe(0);
  });
});

describe('who is at the desk', () => {
  const choose = (state: 'available' | 'busy' | 'away' | 'invisible') =>
    house.call(chooseState, { params: undefined, query: undefined, body: { state } }, asSadie);
  afterEach(() => choose('available'));

  test.each([
    ['available', { online: true, away: false }],
    ['busy', { online: false, away: true }],
    ['away', { online: false, away: true }],
    ['invisible', { online: false, away: false }],
  ] as const)('and %s is to a library page %j', async (state, seen) => {
    await choose(state);
    expect(await availability()).toEqual(seen);
  });

  test('with as many chats as the limit allows is not online', async () => {
    await setLimit(sql, sadie, 1);
    await claimedChat();
    await house.passes(1);
    const told = nextHint(house, 'operator', () => true);
    await choose('available');
    await told;
    expect(await availability()).toEqual({ online: false, away: true });
    await setLimit(sql, sadie, 50);
  });

  test('and opted out of the queue is not there for it', async () => {
    const opt = (optedIn: boolean) =>
      house.call(
        optIntoQueue,
        { params: { queueId: libraries.queueId }, query: undefined, body: { optedIn } },
        asSadie,
      );
    await opt(false);
    expect(await availability()).toEqual({ online: false, away: false });
    await opt(true);
    expect(await availability()).toEqual({ online: true, away: false });
  });
});

describe('the id of somebody else’s page', () => {
  test('lets nobody in, and takes no second off its lease', async () => {
    const caller = await house.staff(libraries.eve);
    const stranger = await house.connect(caller);
    const before = await leaseOf(pageId);
    stranger.send({ t: 'hello', as: 'staff', pageId });
    expect(await stranger.next('error')).toMatchObject({ code: 'conflict' });
    await stranger.closed;
    await house.passes(3);
    expect(await isOnline()).toBe(true);
    expect((await leaseOf(pageId)).accountId).toBe(before.accountId);
  });
});

function leaseOf(id: string) {
  return sql
    .selectFrom('operatorLeases')
    .selectAll()
    .where('pageId', '=', id)
    .executeTakeFirstOrThrow();
}
