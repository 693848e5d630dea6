import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readChat } from '#protocol/chats.ts';
import { removeCoopAccount } from '#protocol/coop-accounts.ts';
import { deleteCoop, removeCoopInstitution } from '#protocol/coops.ts';
import type { Hours } from '#protocol/hours.ts';
import { changeInstitution } from '#protocol/institutions.ts';
import { ABSENT_PATRON_MINUTES } from '#protocol/limits.ts';
import { changeQueue, deleteQueue, readQueue } from '#protocol/queue-administration.ts';
import { changeWidget, readAvailability } from '#protocol/widgets.ts';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { makeMember } from '../../test/factories.ts';
import { ANY_NUMBER, type Caller, NOBODY, openHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { ask, claim, close, follow, hears, say } from '../../test/talk.ts';

// The clock begins on Monday, 2 March 2026, at 09:00 UTC: ten o'clock in Paris.
const clock = drivenClock();
const connection = await testDatabase();
const house = await openHouse({ connection, clock, frameRate: ANY_NUMBER });
const { sql } = house.parts.database;

type Libraries = Awaited<ReturnType<typeof makeLibraries>>;
let libraries: Libraries;
let asOlga: Caller;
let asSadie: Caller;
let asHana: Caller;
let asEve: Caller;
let pages: SocketClient[] = [];

const open = async (caller: Caller) => {
  const page = await house.desk(caller);
  pages.push(page);
  return page;
};

beforeEach(async () => {
  libraries = await makeLibraries(sql);
  asOlga = await house.staff(libraries.olga);
  asSadie = await house.staff(libraries.sadie);
  asHana = await house.staff(libraries.hana);
  asEve = await house.staff(libraries.eve);
});

afterEach(async () => {
  for (const page of pages) await page.close();
  pages = [];
  await house.passes(3);
  // Names and codes are taken once: each test has libraries of its own.
  await sql
    .deleteFrom('coops')
    .where('id', '=', libraries.coopId)
    .execute()
    .catch(() => undefined);
  await renameEverything();
});

async function renameEverything(): Promise<void> {
  for (const id of Object.values(libraries.institutions))
    await sql
      .updateTable('institutions')
      .set({ code: id.slice(-12) })
      .where('id', '=', id)
      .execute();
  await sql
    .updateTable('coops')
    .set((eb) => ({ name: eb.cast<string>('id', 'text') }))
    .execute();
  await sql
    .updateTable('accounts')
    .set((eb) => ({ username: eb.cast<string>('id', 'text') }))
    .execute();
}

/** Where it rings now. */
async function ringsAt(chatId: string): Promise<Set<string>> {
  const rows = await sql
    .selectFrom('offers')
    .select('queueId')
    .where('chatId', '=', chatId)
    .where('withdrawnAt', 'is', null)
    .execute();
  return new Set(rows.map(({ queueId }) => queueId));
}
const coopChats = (chatId: string) =>
  sql.selectFrom('coopChats').select(['coopId', 'through']).where('chatId', '=', chatId).execute();
const stateOf = async (chatId: string) =>
  sql
    .selectFrom('chats')
    .select(['state', 'ownerId', 'formOffered', 'closeReason'])
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
const availability = async () => {
  const params = { widgetId: libraries.widgetId };
  house.parts.bus.publish('operator', { accountId: libraries.sadie });
  return (await house.call(readAvailability, { params, query: undefined, body: undefined }, NOBODY))
    .body;
};
const cover = (coverage: Hours | null) =>
  sql
    .updateTable('coopInstitutions')
    .set({ coverage: coverage && JSON.stringify(coverage) })
    .where('coopId', '=', libraries.coopId)
    .where('institutionId', '=', libraries.institutions.northfield)
    .execute();

/** Every day, by the clock in UTC. */
function daily(from: string, to: string): Hours {
  const spans = [{ from, to }];
  return { timeZone: 'UTC', week: [spans, spans, spans, spans, spans, spans, spans], holidays: [] };
}
/** Hours that begin, or end, so many seconds from now; the clock of these tests moves by seconds. */
function minuteAhead(minutes: number): string {
  return new Date(clock.now().getTime() + minutes * 60_000).toISOString().slice(11, 16);
}
async function passesUntil(time: string): Promise<void> {
  while (clock.now().toISOString().slice(11, 16) < time) await house.passes(1);
}

describe('coverage', () => {
  test('that begins while a patron waits brings the chat to the co-op at that moment', async () => {
    await open(asHana);
    const begins = minuteAhead(2);
    await cover(daily(begins, '24:00'));
    const { chatId } = await ask(house, libraries.widgetId, 'Is anybody there?');
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect(await availability()).toEqual({ online: false, away: false });
    expect(await coopChats(chatId)).toEqual([]);
    expect((await claim(house, chatId, asHana)).status).toBe(404);

    await passesUntil(begins);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId, libraries.coopQueueId]));
    expect(await availability()).toEqual({ online: true, away: false });
    expect(await coopChats(chatId)).toEqual([{ coopId: libraries.coopId, through: false }]);
    expect((await claim(house, chatId, asHana)).status).toBe(200);
    expect(await coopChats(chatId)).toEqual([{ coopId: libraries.coopId, through: true }]);
  });

  test('that ends takes the chat off the co-op’s desks, and they read it no more', async () => {
    const hana = await open(asHana);
    const ends = minuteAhead(2);
    await cover(daily('00:00', ends));
    const { chatId } = await ask(house, libraries.widgetId, 'Is anybody there?');
    await follow(hana, chatId);
    await passesUntil(ends);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting', formOffered: true });
    const read = { params: { chatId }, query: undefined, body: undefined };
    expect((await house.call(readChat, read, asHana)).status).toBe(404);
    expect((await claim(house, chatId, asHana)).status).toBe(404);
    await hana.until((frame) =>
      frame.t === 'refused' && frame.chatId === chatId ? frame : undefined,
    );
  });
});

describe('hours', () => {
  const queue = () => ({ params: { queueId: libraries.queueId }, query: undefined });

  test('of a queue are set by who looks after it, and by nobody else', async () => {
    const hours = daily('08:00', '09:00');
    const set = (caller: Caller) =>
      house.call(changeQueue, { ...queue(), body: { hours } }, caller);
    expect((await set(await house.staff(libraries.ada))).body).toMatchObject({ hours });
    expect((await set(asSadie)).status).toBe(403);
    expect((await set(asEve)).status).toBe(404);
    const read = { ...queue(), body: undefined };
    expect((await house.call(readQueue, read, asSadie)).body).toMatchObject({ hours });
    const entry = await sql
      .selectFrom('audit')
      .select(['after'])
      .where('targetId', '=', libraries.queueId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(entry.after)).toContain('08:00-09:00');
  });

  test('of a library close its queues: the chat goes on to the co-op at once', async () => {
    await open(asSadie);
    await open(asHana);
    const first = await ask(house, libraries.widgetId, 'Are you open?');
    expect(await ringsAt(first.chatId)).toEqual(new Set([libraries.queueId]));
    const body = { hours: daily('08:00', '09:00') };
    const params = { institutionId: libraries.institutions.northfield };
    await house.call(changeInstitution, { params, query: undefined, body }, asOlga);
    await house.passes(1);
    expect(await ringsAt(first.chatId)).toContain(libraries.coopQueueId);
    expect(await availability()).toEqual({ online: true, away: false });
  });

  test('a queue’s own stand in place of its library’s', async () => {
    await open(asSadie);
    const params = { institutionId: libraries.institutions.northfield };
    const closed = { hours: daily('08:00', '09:00') };
    await house.call(changeInstitution, { params, query: undefined, body: closed }, asOlga);
    expect(await availability()).toEqual({ online: false, away: false });
    const late = { hours: daily('00:00', '24:00') };
    await house.call(changeQueue, { ...queue(), body: late }, asOlga);
    expect(await availability()).toEqual({ online: true, away: false });
  });
});

describe('the chain of a waiting chat', () => {
  test('is its widget’s as it is now: a step taken out loses it, the rest has it', async () => {
    const sadie = await open(asSadie);
    await open(asHana);
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await follow(sadie, chatId);
    const chain = [{ coopId: libraries.coopId, waitSeconds: 30 }];
    const params = { widgetId: libraries.widgetId };
    await house.call(changeWidget, { params, query: undefined, body: { chain } }, asOlga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.coopQueueId]));
    const told = await hears(sadie, chatId, ({ kind }) => kind === 'unrouted');
    expect(told).toMatchObject({ queueId: libraries.queueId });
  });

  test('goes past a queue that is deleted while it waits', async () => {
    await open(asSadie);
    await open(asHana);
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    const params = { queueId: libraries.queueId };
    await house.call(deleteQueue, { params, query: undefined, body: undefined }, asOlga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.coopQueueId]));
  });

  test('loses the co-op that its library leaves while it waits', async () => {
    await open(asSadie);
    await open(asHana);
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await house.passes(LOCAL_SECONDS);
    expect(await ringsAt(chatId)).toContain(libraries.coopQueueId);
    const { northfield: institutionId } = libraries.institutions;
    const params = { coopId: libraries.coopId, institutionId };
    await house.call(removeCoopInstitution, { params, query: undefined, body: undefined }, asOlga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect((await claim(house, chatId, asHana)).status).toBe(404);
  });

  test('moves on at once when the last operator leaves', async () => {
    const sadie = await open(asSadie);
    await open(asHana);
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await sadie.close();
    await house.passes(2);
    expect(await ringsAt(chatId)).toContain(libraries.coopQueueId);
  });
});

describe('whoever answers for the co-op no more', () => {
  const losses: [string, string, () => Promise<unknown>][] = [
    [
      'removed',
      'coop_removed',
      () =>
        house.call(
          removeCoopAccount,
          {
            params: { coopId: libraries.coopId, accountId: libraries.hana },
            query: undefined,
            body: undefined,
          },
          asOlga,
        ),
    ],
    [
      'their library taken out',
      'coop_library_left',
      () =>
        house.call(
          removeCoopInstitution,
          {
            params: {
              coopId: libraries.coopId,
              institutionId: libraries.institutions.harbour,
            },
            query: undefined,
            body: undefined,
          },
          asOlga,
        ),
    ],
    [
      'the co-op ended',
      'coop_ended',
      () =>
        house.call(
          deleteCoop,
          { params: { coopId: libraries.coopId }, query: undefined, body: undefined },
          asOlga,
        ),
    ],
  ];

  test.each(losses)('(%s) loses its queues at once, and is told why', async (_, what, lose) => {
    const hana = await open(asHana);
    const eve = await open(asEve);
    const has = hana.frames.some(
      (frame) =>
        frame.t === 'desk' && frame.desk.queues.some(({ id }) => id === libraries.coopQueueId),
    );
    expect(has).toBe(true);
    await lose();
    const told = await hana.next('told');
    expect(told).toMatchObject({ what, name: 'Night Owls' });
    await hana.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.every(({ id }) => id !== libraries.coopQueueId)
        ? frame
        : undefined,
    );
    await eve.settle();
    expect(eve.frames.filter(({ t }) => t === 'told')).toEqual([]);
  });

  test('has chats in hand offered again within 2 s, and reads them no more', async () => {
    const hana = await open(asHana);
    await open(asSadie);
    const { chatId, token } = await ask(house, libraries.widgetId, 'Who is there?');
    const patron = await house.patron(token);
    pages.push(patron);
    await house.passes(LOCAL_SECONDS);
    await claim(house, chatId, asHana);
    await follow(hana, chatId);
    await losses[0]?.[2]();
    await house.passes(2);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting', ownerId: null });
    expect(await ringsAt(chatId)).toContain(libraries.queueId);
    await hears(patron, chatId, ({ kind }) => kind === 'returned');
    await hana.until((frame) =>
      frame.t === 'refused' && frame.chatId === chatId ? frame : undefined,
    );
    const read = { params: { chatId }, query: undefined, body: undefined };
    expect((await house.call(readChat, read, asHana)).status).toBe(404);
    expect((await house.call(readChat, read, asSadie)).status).toBe(200);

    await claim(house, chatId, asSadie);
    await say(house, chatId, asSadie, 'I have it now.');
    const heard = hana.frames.filter(
      (frame) => frame.t === 'events' && JSON.stringify(frame).includes('I have it now.'),
    );
    expect(heard).toEqual([]);
  });

  test.each(losses.slice(1))('(%s) finishes the chats in hand', async (_, __, lose) => {
    await open(asHana);
    const { chatId } = await ask(house, libraries.widgetId, 'Who is there?');
    await house.passes(LOCAL_SECONDS);
    await claim(house, chatId, asHana);
    await lose();
    await house.passes(3);
    expect(await stateOf(chatId)).toMatchObject({ state: 'active', ownerId: libraries.hana });
    await say(house, chatId, asHana, 'One moment.');
    expect((await close(house, chatId, asHana)).status).toBeLessThan(500);
    const read = { params: { chatId }, query: undefined, body: undefined };
    expect((await house.call(readChat, read, asHana)).status).toBe(404);
  });

  test('a level gained while at the desk is told, and brings its queues', async () => {
    const eve = await open(asEve);
    const { coopId, coopQueueId, institutions } = libraries;
    await sql
      .insertInto('coopInstitutions')
      .values({ coopId, institutionId: institutions.eastvale })
      .execute();
    const accountId = libraries.eve;
    await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [] });
    house.parts.bus.publish('operator', { accountId });
    expect(await eve.next('told')).toMatchObject({ what: 'coop_joined', name: 'Night Owls' });
    await eve.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.some(({ id }) => id === coopQueueId)
        ? frame
        : undefined,
    );
  });
});

describe('a chat that waits for nobody', () => {
  const minutes = async (count: number) => {
    // In steps: a lease of the pages that are open must be renewed.
    await house.passes(count * 60);
  };

  test('becomes a question at its library, and is closed', async () => {
    const { chatId, token } = await ask(house, libraries.widgetId, 'Hello?');
    const patron = await house.patron(token);
    await house.passes(5);
    await patron.close();
    await minutes(ABSENT_PATRON_MINUTES - 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting' });
    // They were last seen some seconds after the opening.
    await house.passes(66);
    expect(await stateOf(chatId)).toMatchObject({ state: 'closed', closeReason: 'lost' });
    const tickets = await sql
      .selectFrom('tickets')
      .select(['institutionId', 'question', 'state'])
      .where('chatId', '=', chatId)
      .execute();
    expect(tickets).toEqual([
      { institutionId: libraries.institutions.northfield, question: 'Hello?', state: 'new' },
    ]);
  });

  test('does not while its patron is there', async () => {
    const { chatId, token } = await ask(house, libraries.widgetId, 'Hello?');
    pages.push(await house.patron(token));
    await minutes(ABSENT_PATRON_MINUTES + 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting' });
    expect(
      await sql.selectFrom('tickets').select('id').where('chatId', '=', chatId).execute(),
    ).toEqual([]);
  });

  test('nor while somebody has it', async () => {
    await open(asSadie);
    const { chatId } = await ask(house, libraries.widgetId, 'Hello?');
    await claim(house, chatId, asSadie);
    await minutes(ABSENT_PATRON_MINUTES + 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'active' });
  });
});
