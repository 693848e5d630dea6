import { beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '#protocol/accounts.ts';
import { listChats, readChat, readEvents } from '#protocol/chats.ts';
import { beginPractice, finishTour, type PracticeScript } from '#protocol/practice.ts';
import { changeQueue } from '#protocol/queue-administration.ts';
import { createWidget, readAvailability } from '#protocol/widgets.ts';
import {
  ANY_NUMBER,
  type Caller,
  NOBODY,
  NOTHING,
  openHouse,
  testHouse,
} from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim, close, follow, hears, release, say } from '../../test/talk.ts';

const { house, clock, sql, connection } = await testHouse();
const libraries = await makeLibraries(sql);
const asNoor = await house.staff(libraries.noor);
const asSadie = await house.staff(libraries.sadie);
const asAda = await house.staff(libraries.ada);
const asOlga = await house.staff(libraries.olga);

const begin = (caller: Caller, script: PracticeScript = 'catalogue') =>
  house.call(beginPractice, { ...NOTHING, body: { script } }, caller);
const read = (caller: Caller, chatId: string) =>
  house.call(readChat, { ...NOTHING, params: { chatId } }, caller);

async function eventsOf(caller: Caller, chatId: string) {
  const query = { after: 0, limit: 200, wait: 0 };
  const { body } = await house.call(readEvents, { ...NOTHING, params: { chatId }, query }, caller);
  return body.events;
}
const told = async (caller: Caller, chatId: string) =>
  (await eventsOf(caller, chatId)).flatMap((event) =>
    event.kind === 'message' || event.kind === 'note' ? [`${event.by.kind}: ${event.text}`] : [],
  );

/** Ends what a test left open: there is one at a time. */
async function endAll(): Promise<void> {
  const open = await sql
    .selectFrom('chats')
    .select(['id', 'state'])
    .where('practisedBy', '=', libraries.noor)
    .where('state', '!=', 'closed')
    .execute();
  for (const { id, state } of open) {
    if (state === 'waiting') await claim(house, id, asNoor);
    await close(house, id, asNoor);
  }
}
beforeEach(endAll);

describe('a practice', () => {
  test('is a real chat from claim to closing, with a patron who answers by script', async () => {
    const { status, body } = await begin(asNoor);
    const { chatId } = body;
    expect(status).toBe(201);
    expect((await read(asNoor, chatId)).body).toMatchObject({
      state: 'waiting',
      isPractice: true,
      patronHere: true,
      queueName: 'Practice',
      patronName: 'Robin',
    });
    expect((await claim(house, chatId, asNoor)).status).toBe(200);
    await house.passes(2);
    await say(house, chatId, asNoor, 'Hello Robin! Which edition do you need?');
    await house.passes(10);
    expect(await told(asNoor, chatId)).toEqual([
      'patron: Hello, do you have Campbell’s biology book?',
      expect.stringMatching(/^system: Practice: nobody real waits/),
      expect.stringMatching(/^system: Greet, and ask back/),
      'operator: Hello Robin! Which edition do you need?',
      expect.stringMatching(/^patron: The 12th edition/),
      expect.stringMatching(/^system: Send the address/),
    ]);
    expect((await close(house, chatId, asNoor)).status).toBe(200);
  });

  test('speaks the operator’s language', async () => {
    await sql
      .updateTable('accounts')
      .set({ language: 'fr' })
      .where('id', '=', libraries.noor)
      .execute();
    const { body } = await begin(asNoor, 'upset');
    expect((await read(asNoor, body.chatId)).body).toMatchObject({
      question: expect.stringMatching(/^C’est ridicule/),
      language: 'fr',
    });
    await sql
      .updateTable('accounts')
      .set({ language: 'en' })
      .where('id', '=', libraries.noor)
      .execute();
  });

  test('shows its patron typing to the operator who follows it', async () => {
    const { chatId } = (await begin(asNoor)).body;
    const desk = await house.desk(asNoor);
    await claim(house, chatId, asNoor);
    await follow(desk, chatId);
    await say(house, chatId, asNoor, 'Which edition?');
    await house.passes(3);
    const typing = await desk.until((frame) =>
      frame.t === 'typing' && frame.chatId === chatId ? frame : undefined,
    );
    expect(typing).toMatchObject({ who: 'patron', on: true });
    const answered = hears(
      desk,
      chatId,
      ({ kind, seq, by }) => kind === 'message' && seq > 2 && by.kind === 'patron',
    );
    await house.passes(10);
    expect((await answered).seq).toBeGreaterThan(5);
    await desk.close();
  });

  test('is one at a time', async () => {
    const [first, second] = await Promise.all([begin(asNoor), begin(asNoor, 'upset')]);
    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect(second.body.chatId).toBe(first.body.chatId);
  });

  test('has one queue of its institution, made once and written down', async () => {
    await begin(asNoor);
    await begin(asSadie);
    const queues = await sql
      .selectFrom('queues')
      .select(['id', 'name'])
      .where('kind', '=', 'practice')
      .where('institutionId', '=', libraries.institutions.northfield)
      .execute();
    expect(queues).toMatchObject([{ name: 'Practice' }]);
    const entries = await sql
      .selectFrom('audit')
      .select(['action', 'after'])
      .where('targetId', '=', queues[0]?.id ?? '')
      .execute();
    expect(entries).toEqual([
      { action: 'queue.created', after: { name: 'Practice', kind: 'practice' } },
    ]);
  });

  test('needs chat access', async () => {
    const set = (chatAccess: boolean) =>
      sql.updateTable('accounts').set({ chatAccess }).where('id', '=', libraries.noor).execute();
    await set(false);
    expect((await begin(asNoor)).code).toBe('no_chat_access');
    await set(true);
  });

  test('goes on where it was after a restart, and is played once by two processes', async () => {
    const { chatId } = (await begin(asNoor)).body;
    await claim(house, chatId, asNoor);
    await house.passes(2);
    const second = await openHouse({ connection, clock, frameRate: ANY_NUMBER });
    await say(house, chatId, asNoor, 'https://catalogue.example/campbell');
    clock.advance(9);
    await Promise.all([house.passes(1), second.passes(1)]);
    await second.stop();
    const answers = (await told(asNoor, chatId)).filter((text) => text.startsWith('patron: That'));
    expect(answers).toHaveLength(1);
  });

  test('ends by itself when it was left', async () => {
    const { chatId } = (await begin(asNoor)).body;
    clock.advance(29 * 60);
    await house.looksAtClock();
    expect((await read(asNoor, chatId)).body).toMatchObject({ state: 'waiting' });
    clock.advance(60);
    await house.looksAtClock();
    expect((await read(asNoor, chatId)).body).toMatchObject({ state: 'closed' });
    expect((await begin(asNoor)).status).toBe(201);
  });
});

describe('nobody else', () => {
  test('is offered it, sees it, or may take it: not colleague, admin or owner', async () => {
    const desks = await Promise.all([asSadie, asAda, asOlga].map((caller) => house.desk(caller)));
    const { chatId } = (await begin(asNoor)).body;
    const own = await house.call(listChats, NOTHING, asNoor);
    expect(own.body.items.map(({ id }) => id)).toContain(chatId);
    for (const caller of [asSadie, asAda, asOlga]) {
      const listed = await house.call(listChats, NOTHING, caller);
      expect(listed.body.items.map(({ id }) => id)).not.toContain(chatId);
      expect((await read(caller, chatId)).status).toBe(404);
      expect((await claim(house, chatId, caller)).status).toBe(404);
    }
    await claim(house, chatId, asNoor);
    await release(house, chatId, asNoor);
    await house.passes(30);
    for (const desk of desks) {
      expect(JSON.stringify(desk.frames)).not.toContain(chatId);
      await desk.close();
    }
    expect((await read(asNoor, chatId)).body).toMatchObject({ state: 'waiting' });
  });

  test('is told that a library is there because somebody practises', async () => {
    const params = { widgetId: libraries.widgetId };
    const look = async () =>
      (await house.call(readAvailability, { ...NOTHING, params }, NOBODY)).body.online;
    // Whoever was at the desk before is gone.
    await house.passes(5);
    const desk = await house.desk(asNoor);
    await begin(asNoor);
    // Noor staffs no queue of the chain: at the desk for practice alone.
    expect(await look()).toBe(false);
    await desk.close();
  });

  test('can lead patrons to a practice queue', async () => {
    await begin(asNoor);
    const queue = await sql
      .selectFrom('queues')
      .select('id')
      .where('kind', '=', 'practice')
      .executeTakeFirstOrThrow();
    const made = await house.call(
      createWidget,
      {
        ...NOTHING,
        body: {
          name: 'Site',
          institutionId: libraries.institutions.northfield,
          chain: [{ queueId: queue.id, waitSeconds: 20 }],
        },
      } as never,
      asAda,
    );
    expect(made.code).toBe('breaks_rule');
  });

  test('is offered a patron through a queue that became one for practising', async () => {
    const params = { queueId: libraries.queueId };
    const become = (kind: 'chat' | 'practice') =>
      house.call(changeQueue, { ...NOTHING, params, body: { kind } } as never, asAda);
    const offeredTo = async () => {
      const { chatId } = await ask(house, libraries.widgetId, 'Are you open?');
      const offers = await sql
        .selectFrom('offers')
        .select('queueId')
        .where('chatId', '=', chatId)
        .execute();
      return offers.map(({ queueId }) => queueId);
    };
    expect(await offeredTo()).toContain(libraries.queueId);
    expect((await become('practice')).status).toBe(200);
    expect(await offeredTo()).not.toContain(libraries.queueId);
    await become('chat');
  });

  test('finds it counted: no offer, no answering, no ticket, no co-op', async () => {
    const { chatId } = (await begin(asNoor)).body;
    await claim(house, chatId, asNoor);
    await say(house, chatId, asNoor, 'Hello');
    await house.passes(10);
    await close(house, chatId, asNoor);
    for (const table of ['offers', 'answerings', 'tickets', 'coopChats'] as const) {
      const rows = await sql
        .selectFrom(table)
        .select('chatId')
        .where('chatId', '=', chatId)
        .execute();
      expect(rows, table).toEqual([]);
    }
    // The look finds something where there is something.
    const real = await ask(house, libraries.widgetId, 'Are you open?');
    const offers = await sql
      .selectFrom('offers')
      .select('chatId')
      .where('chatId', '=', real.chatId)
      .execute();
    expect(offers).not.toEqual([]);
  });
});

test('the tour is remembered for the account, and on every computer', async () => {
  const session = async (caller: Caller) =>
    (await house.call(readSession, NOTHING, caller)).body.isToured;
  expect(await session(asNoor)).toBe(false);
  expect((await house.call(finishTour, NOTHING, asNoor)).status).toBe(204);
  expect(await session(asNoor)).toBe(true);
  expect(await session(await house.staff(libraries.noor))).toBe(true);
  expect(await session(asSadie)).toBe(false);
});
