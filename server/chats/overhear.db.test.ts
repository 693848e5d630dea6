import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { signOut } from '#protocol/accounts.ts';
import { leaveChatQuestion, readChat, readEvents } from '#protocol/chats.ts';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { assign } from '../../test/factories.ts';
import { ANY_NUMBER, type Caller, openHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries, UNANSWERED_SECONDS } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import {
  ask,
  claim,
  close,
  follow,
  heardEvents,
  hears,
  type OpenedChat,
  post,
  refused,
  release,
  say,
} from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const clock = drivenClock();
const house = await openHouse({ connection: await testDatabase(), clock, frameRate: ANY_NUMBER });
const { sql } = house.parts.database;
const { bus } = house.parts;
const libraries = await makeLibraries(sql);
const { northfield } = libraries.institutions;

const QUESTION = 'A question that is nobody else’s business';
let asSadie: Caller;
let chat: OpenedChat;
let patron: SocketClient;
let sadie: SocketClient;
let omar: SocketClient;
let ada: SocketClient;
beforeEach(async () => {
  asSadie = await house.staff(libraries.sadie);
  sadie = await house.desk(asSadie);
  omar = await house.desk(await house.staff(libraries.omar));
  ada = await house.desk(await house.staff(libraries.ada));
  chat = await ask(house, libraries.widgetId, QUESTION);
  patron = await house.patron(chat.token);
  for (const client of [sadie, omar, ada]) await follow(client, chat.chatId);
});
afterEach(async () => {
  for (const client of [patron, sadie, omar, ada]) await client.close();
  await close(house, chat.chatId, chat.patron);
});

/** Waits until the admin, who hears everything, has heard the message; then until `client` has all that was sent. */
async function afterAnother(client: SocketClient, text: string): Promise<void> {
  patron.send(post(chat.chatId, text));
  await hears(ada, chat.chatId, (event) => event.kind === 'message' && event.text === text);
  await client.settle();
}

function textsHeard(client: SocketClient): string[] {
  return heardEvents(client, chat.chatId).flatMap((event) =>
    event.kind === 'message' || event.kind === 'note' ? [event.text] : [],
  );
}

/** Takes the account off Northfield's queue until the test is over. */
async function unassign(accountId: string): Promise<void> {
  const { queueId } = libraries;
  onTestFinished(() => assign(sql, { queueId, accountId, optedIn: true }));
  await sql
    .deleteFrom('assignments')
    .where('accountId', '=', accountId)
    .where('queueId', '=', queueId)
    .execute();
}

/** Resolves once the chat stands on the desk. */
function showsOnDesk(client: SocketClient, chatId: string) {
  return client.until((frame) => {
    if (frame.t === 'chat') return frame.chat.id === chatId || undefined;
    if (frame.t === 'desk') return frame.desk.chats.some(({ id }) => id === chatId) || undefined;
    return undefined;
  });
}

/** Resolves once the client is told that it cannot read the chat. */
function sentAway(client: SocketClient, after: number) {
  return client.next('refused', after);
}

describe('of all that happens in a chat', () => {
  interface Stranger {
    readonly who: string;
    readonly client: SocketClient;
  }
  let strangers: Stranger[];

  beforeEach(async () => {
    const other = await ask(house, libraries.widgetId, 'Another question');
    const noor = await house.desk(await house.staff(libraries.noor));
    const eve = await house.desk(await house.staff(libraries.eve));
    const elsewhere = await house.patron(other.token);
    for (const client of [noor, eve]) {
      client.send({ t: 'follow', chatId: chat.chatId, after: 0 });
      expect(await client.next('refused')).toMatchObject({ code: 'not_found' });
    }
    elsewhere.send({ t: 'follow', chatId: chat.chatId, after: 0 });
    await elsewhere.next('events');
    strangers = [
      { who: 'a colleague without the queue', client: noor },
      { who: 'an operator of another library', client: eve },
      { who: 'a patron with the token of another chat', client: elsewhere },
    ];
    return async () => {
      for (const { client } of strangers) await client.close();
      await close(house, other.chatId, other.patron);
    };
  });

  async function whatStrangersGot(act: () => Promise<unknown>): Promise<Record<string, unknown[]>> {
    const before = strangers.map(({ client }) => client.frames.length);
    await act();
    const got: Record<string, unknown[]> = {};
    for (const [n, { who, client }] of strangers.entries()) {
      await client.settle();
      got[who] = client.frames
        .slice(before[n])
        .filter((frame) => JSON.stringify(frame).includes(chat.chatId));
    }
    return got;
  }
  const NOTHING = {
    'a colleague without the queue': [],
    'an operator of another library': [],
    'a patron with the token of another chat': [],
  };

  const deskShows = (state: string) =>
    ada.until((frame) =>
      frame.t === 'events' && frame.chatId === chat.chatId
        ? frame.events.find(({ kind }) => kind === state)
        : undefined,
    );

  test.each<[string, () => Promise<unknown>]>([
    ['a message', () => afterAnother(ada, 'Hello?')],
    [
      'a note',
      async () => {
        await claim(house, chat.chatId, asSadie);
        await say(house, chat.chatId, asSadie, 'Between us', true);
        await deskShows('note');
      },
    ],
    [
      'a claim',
      async () => {
        await showsOnDesk(omar, chat.chatId);
        await claim(house, chat.chatId, asSadie);
        await omar.next('gone');
      },
    ],
    [
      'a release',
      async () => {
        await claim(house, chat.chatId, asSadie);
        await release(house, chat.chatId, asSadie);
        await deskShows('returned');
      },
    ],
    [
      'a return',
      async () => {
        await claim(house, chat.chatId, asSadie);
        await sadie.close();
        await house.passes(30);
        await deskShows('returned');
        sadie = await house.desk(asSadie);
      },
    ],
    ['a step of the chain', () => house.passes(LOCAL_SECONDS)],
    ['the form offered', () => house.passes(UNANSWERED_SECONDS)],
    [
      'a page of the patron',
      async () => {
        patron.send({ t: 'page', page: { url: 'https://northfield.example/', title: 'Home' } });
        await deskShows('page');
      },
    ],
    [
      'typing of both sides',
      async () => {
        await claim(house, chat.chatId, asSadie);
        patron.send({ t: 'typing', on: true });
        await sadie.next('typing');
        sadie.send({ t: 'typing', chatId: chat.chatId, on: true });
        await patron.next('typing');
      },
    ],
    [
      'how far both sides have read',
      async () => {
        await claim(house, chat.chatId, asSadie);
        patron.send({ t: 'seen', seq: 2 });
        await sadie.next('seen');
        sadie.send({ t: 'seen', chatId: chat.chatId, seq: 2 });
        await patron.next('seen');
      },
    ],
    [
      'a closing',
      async () => {
        await close(house, chat.chatId, chat.patron);
        await deskShows('closed');
      },
    ],
    [
      'a question left',
      async () => {
        const body = { clientId: newId(), question: QUESTION };
        const input = { params: { chatId: chat.chatId }, query: undefined, body };
        await house.call(leaveChatQuestion, input, chat.patron);
        await deskShows('closed');
      },
    ],
  ])('no stranger hears %s', async (_, act) => {
    expect(await whatStrangersGot(act)).toEqual(NOTHING);
  });

  test('no stranger says a word in it, and none makes anybody believe that they type or read', async () => {
    await claim(house, chat.chatId, asSadie);
    const message = post(chat.chatId, 'From a stranger');
    for (const { client } of strangers.slice(0, 2)) {
      client.send({ t: 'typing', chatId: chat.chatId, on: true });
      client.send({ t: 'seen', chatId: chat.chatId, seq: 1 });
      client.send(message);
      expect(await refused(client, message)).toMatchObject({ code: 'not_found' });
    }
    await afterAnother(patron, 'Only me');
    expect(patron.frames.map(({ t }) => t)).not.toContain('typing');
    expect(patron.frames.map(({ t }) => t)).not.toContain('seen');
    expect(textsHeard(ada)).not.toContain('From a stranger');
  });

  test('a colleague who may read it does not speak in it', async () => {
    await claim(house, chat.chatId, asSadie);
    const message = post(chat.chatId, 'Let me add');
    omar.send({ t: 'typing', chatId: chat.chatId, on: true });
    omar.send(message);
    expect(await refused(omar, message)).toMatchObject({ code: 'may_not' });
    await patron.settle();
    expect(patron.frames.map(({ t }) => t)).not.toContain('typing');
  });

  test('the patron never learns of notes, pages and steps, nor of accounts', async () => {
    await house.passes(LOCAL_SECONDS);
    await claim(house, chat.chatId, asSadie);
    await say(house, chat.chatId, asSadie, 'Has asked this before', true);
    patron.send({ t: 'page', page: { url: 'https://northfield.example/', title: 'Home' } });
    await deskShows('page');
    await afterAnother(patron, 'Thank you');
    const again = await house.patron(chat.token);
    const answer = await house.call(
      readEvents,
      { params: { chatId: chat.chatId }, query: {}, body: undefined },
      chat.patron,
    );
    for (const said of [patron.frames, again.frames, answer.body]) {
      expect(JSON.stringify(said)).not.toContain('Has asked this before');
      expect(JSON.stringify(said)).not.toContain(libraries.sadie);
      expect(JSON.stringify(said)).not.toContain(libraries.queueId);
    }
    expect(heardEvents(again, chat.chatId).map(({ kind }) => kind)).toEqual([
      'opened',
      'message',
      'claimed',
      'message',
    ]);
    await again.close();
  });

  test('no page of HTTP tells a stranger that it is there', async () => {
    const other = await ask(house, libraries.widgetId, 'One more');
    const callers = [
      await house.staff(libraries.noor),
      await house.staff(libraries.eve),
      other.patron,
    ];
    const { chatId } = chat;
    for (const caller of callers) {
      const answers = [
        await house.call(
          readChat,
          { params: { chatId }, query: undefined, body: undefined },
          caller,
        ),
        await house.call(readEvents, { params: { chatId }, query: {}, body: undefined }, caller),
        await close(house, chatId, caller),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      await expect(say(house, chatId, caller, 'Hello')).rejects.toThrow('404');
    }
    await close(house, other.chatId, other.patron);
  });
});

describe('who follows a chat and loses the right to it hears no more of it', () => {
  test('by the end of the assignment to its queue', async () => {
    await unassign(libraries.omar);
    const before = omar.frames.length;
    bus.publish('operator', { accountId: libraries.omar });
    expect(await sentAway(omar, before)).toMatchObject({ chatId: chat.chatId, code: 'not_found' });
    await afterAnother(omar, 'Just us now');
    expect(textsHeard(omar)).toEqual([QUESTION]);
    expect(textsHeard(sadie)).toContain('Just us now');
  });

  test('by another’s claim, at a library whose operators see their own chats alone', async () => {
    const setSight = async (operatorsSee: 'own' | 'queues') => {
      await sql
        .updateTable('institutions')
        .set({ operatorsSee })
        .where('id', '=', northfield)
        .execute();
    };
    onTestFinished(() => setSight('queues'));
    await setSight('own');
    bus.publish('operator', { accountId: libraries.omar });
    const before = omar.frames.length;
    await claim(house, chat.chatId, asSadie);
    await sentAway(omar, before);
    await afterAnother(omar, 'For Sadie');
    expect(textsHeard(omar)).toEqual([QUESTION]);
  });

  test('by another’s claim, at a partner library', async () => {
    const hana = await house.desk(await house.staff(libraries.hana));
    await house.passes(LOCAL_SECONDS);
    await follow(hana, chat.chatId);
    const before = hana.frames.length;
    await showsOnDesk(hana, chat.chatId);
    await claim(house, chat.chatId, asSadie);
    await sentAway(hana, before);
    await afterAnother(hana, 'To Northfield');
    expect(await hana.next('gone')).toMatchObject({ claimedBy: 'sadie · northfield library' });
    expect(textsHeard(hana)).toEqual([QUESTION]);
    await hana.close();
  });

  test('with chat access: the socket ends with 4403', async () => {
    const setAccess = async (chatAccess: boolean) => {
      const ofOmar = sql.updateTable('accounts').where('id', '=', libraries.omar);
      await ofOmar.set({ chatAccess }).execute();
      bus.publish('operator', { accountId: libraries.omar });
    };
    onTestFinished(() => setAccess(true));
    await setAccess(false);
    expect(await omar.closed).toMatchObject({ code: 4403 });
  });

  test('by signing out: every socket of the session ends with 4401', async () => {
    const input = { params: undefined, query: undefined, body: undefined };
    const second = await house.desk(asSadie);
    await house.call(signOut, input, asSadie);
    expect(await sadie.closed).toMatchObject({ code: 4401 });
    expect(await second.closed).toMatchObject({ code: 4401 });
  });

  test('by a session that ended where nobody told of it: the socket ends with 4401 within the minute', async () => {
    await sql.deleteFrom('sessions').where('accountId', '=', libraries.sadie).execute();
    await house.looksAtClock();
    expect(await sadie.closed).toMatchObject({ code: 4401 });
  });

  test('when the account is deleted: the socket ends with 4401', async () => {
    const setDeleted = async (deletedAt: Date | null) => {
      const ofOmar = sql.updateTable('accounts').where('id', '=', libraries.omar);
      await ofOmar.set({ deletedAt }).execute();
      bus.publish('operator', { accountId: libraries.omar });
    };
    onTestFinished(() => setDeleted(null));
    await setDeleted(clock.now());
    expect(await omar.closed).toMatchObject({ code: 4401 });
  });

  test('when the session runs out under a page that is still open: the socket ends with 4401', async () => {
    const expiresAt = new Date(clock.now().getTime() + 10_000);
    await sql
      .updateTable('sessions')
      .set({ expiresAt })
      .where('accountId', '=', libraries.sadie)
      .execute();
    await house.passes(9);
    await afterAnother(sadie, 'Still in time');
    await house.passes(1);
    expect(await sadie.closed).toMatchObject({ code: 4401 });
    expect(textsHeard(sadie)).toContain('Still in time');
  });

  test('while it waits for the next event over HTTP', async () => {
    const asOmar = await house.staff(libraries.omar);
    const input = {
      params: { chatId: chat.chatId },
      query: { after: 2, wait: 20 },
      body: undefined,
    };
    const waiting = house.call(readEvents, input, asOmar);
    // Both look at the chat once before they wait: the second answer to a look tells that the first waits.
    await house.call(readChat, { ...input, query: undefined }, asOmar);
    await unassign(libraries.omar);
    await afterAnother(ada, 'After the end');
    const answer = await waiting;
    expect(answer).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('by signing out, while a page of HTTP waits for what comes next', async () => {
    const caller = await house.staff(libraries.ada);
    const params = { chatId: chat.chatId };
    const query = { after: 2, wait: 20 };
    const waiting = house.call(readEvents, { params, query, body: undefined }, caller);
    // The second answer to a look tells that the first waits.
    await house.call(readChat, { params, query: undefined, body: undefined }, caller);
    await house.call(signOut, { params: undefined, query: undefined, body: undefined }, caller);
    patron.send(post(chat.chatId, 'After the end'));
    expect(await waiting).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('but not who has answered it: a former operator reads it for good', async () => {
    await claim(house, chat.chatId, asSadie);
    await release(house, chat.chatId, asSadie);
    await unassign(libraries.sadie);
    bus.publish('operator', { accountId: libraries.sadie });
    await afterAnother(sadie, 'Still with me?');
    expect(textsHeard(sadie)).toContain('Still with me?');
    const message = post(chat.chatId, 'I am');
    sadie.send(message);
    expect(await refused(sadie, message)).toMatchObject({ code: 'may_not' });
  });
});
