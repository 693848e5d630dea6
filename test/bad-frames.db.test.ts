import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { FRAME_BYTES, FRAME_RATE, MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { newId } from '../server/platform/ids.ts';
import { nextHint } from './hints.ts';
import { NOBODY, openHouse, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import type { SocketClient } from './socket-client.ts';
import { acknowledged, ask, claim, close, hears, type OpenedChat, post, refused } from './talk.ts';

const { house, clock, connection } = await testHouse();
/** The same with the rate of production. */
const strict = await openHouse({ connection, clock, frameRate: FRAME_RATE });
const libraries = await makeLibraries(house.parts.database.sql);

let chat: OpenedChat;
let patron: SocketClient;
let desk: SocketClient;
beforeEach(async () => {
  const asSadie = await house.staff(libraries.sadie);
  desk = await house.desk(asSadie);
  chat = await ask(house, libraries.widgetId, 'Do you stamp passes?');
  await claim(house, chat.chatId, asSadie);
  patron = await house.patron(chat.token);
});
afterEach(async () => {
  for (const client of [patron, desk]) await client.close();
  await close(house, chat.chatId, chat.patron);
});

/** Still there, still understood, and what is said is stored. */
async function expectToTalkOn(client: SocketClient): Promise<void> {
  const message = post(chat.chatId, 'Can you hear me?');
  client.send(message);
  expect(await acknowledged(client, message)).toMatchObject({ t: 'ack' });
}

const uuid = '01900000-0000-7000-8000-00000000000f';
const page = { url: 'https://northfield.example/', title: 'Home' };

describe('a frame that cannot be read is answered by an error, and the connection lives on', () => {
  test.each<readonly [string, string | Buffer | object, string]>([
    ['nothing at all', '', 'malformed'],
    ['no JSON', '{"t":"post"', 'malformed'],
    ['a word', 'hello', 'malformed'],
    ['bytes that are no UTF-8, as text', Buffer.from([0xff, 0xfe]), 'malformed'],
    ['a binary frame', Buffer.from('{"t":"ping"}'), 'malformed'],
    ['null', 'null', 'malformed'],
    ['a number', '42', 'malformed'],
    ['a text', '"post"', 'malformed'],
    ['a list', '[{"t":"ping"}]', 'malformed'],
    ['ten thousand brackets', '['.repeat(10_000) + ']'.repeat(10_000), 'malformed'],
    ['ten thousand braces', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'malformed'],
    ['no name', {}, 'malformed'],
    ['a name that is no text', { t: 7 }, 'malformed'],
    ['an unknown name', { t: 'shout' }, 'malformed'],
    ['a name that every object has', { t: 'constructor' }, 'malformed'],
    ['another such name', '{"t":"__proto__"}', 'malformed'],
    ['a frame of the server', { t: 'ack', chatId: uuid, clientId: uuid, seq: 1 }, 'malformed'],
    ['a second hello', { t: 'hello', as: 'patron', token: 'x', after: 0 }, 'malformed'],
    ['a hello as somebody else', { t: 'hello', as: 'robot' }, 'malformed'],
    ['a post without anything', { t: 'post' }, 'malformed'],
    ['a post whose client id is none', { t: 'post', clientId: '7', text: 'x' }, 'malformed'],
    ['a follow without a number', { t: 'follow' }, 'malformed'],
    ['a follow from a text', { t: 'follow', after: '0' }, 'malformed'],
    ['a follow from half a number', { t: 'follow', after: 0.5 }, 'malformed'],
    ['a follow from before the first', { t: 'follow', after: -1 }, 'breaks_rule'],
    ['a follow from beyond all numbers', '{"t":"follow","after":1e400}', 'malformed'],
    ['typing neither on nor off', { t: 'typing', on: 'yes' }, 'malformed'],
    ['a reading mark without a number', { t: 'seen' }, 'malformed'],
    ['a page without an address', { t: 'page', page: { title: 'Home' } }, 'malformed'],
    [
      'a page of a script',
      { t: 'page', page: { ...page, url: 'javascript:alert(1)' } },
      'breaks_rule',
    ],
    [
      'a page that is a file',
      { t: 'page', page: { ...page, url: 'file:///etc/passwd' } },
      'breaks_rule',
    ],
    [
      'a page with a title that has no end',
      { t: 'page', page: { ...page, title: 'x'.repeat(301) } },
      'breaks_rule',
    ],
    [
      'a page whose title has a NUL',
      { t: 'page', page: { ...page, title: 'a\0b' } },
      'breaks_rule',
    ],
  ])('%s', async (_, frame, code) => {
    const before = patron.frames.length;
    patron.send(frame);
    expect(await patron.next('error', before)).toMatchObject({ code });
    await expectToTalkOn(patron);
  });
});

describe('a message that cannot be stored is refused by its client id, for its sender to mend', () => {
  test.each<readonly [string, unknown, string]>([
    ['no text', undefined, 'malformed'],
    ['a number', 7, 'malformed'],
    ['a list', ['Hello'], 'malformed'],
    ['null', null, 'malformed'],
    ['an empty text', '', 'breaks_rule'],
    ['nothing but blanks', ' \n\t ', 'breaks_rule'],
    ['one character too many', 'x'.repeat(MESSAGE_CHARACTERS + 1), 'breaks_rule'],
    ['a NUL', 'before\0after', 'breaks_rule'],
  ])('%s', async (_, text, code) => {
    const clientId = newId();
    patron.send({ t: 'post', clientId, text });
    expect(await refused(patron, { clientId })).toMatchObject({ code });
    await expectToTalkOn(patron);
  });

  test.each([
    ['as long as may be', 'x'.repeat(MESSAGE_CHARACTERS)],
    ['as long as may be, of three bytes each', '語'.repeat(MESSAGE_CHARACTERS)],
    ['an emoji of many parts', '👩🏽‍🚒👨‍👩‍👧‍👦'],
    ['from right to left', 'שלום \u202eABC'],
    ['quotes, backslashes and what SQL and HTML would love', `'"\\; drop table chats; -- <script>`],
  ])('but %s is stored as it was written', async (_, text) => {
    const message = post(chat.chatId, text);
    patron.send(message);
    await acknowledged(patron, message);
    const stored = await house.parts.database.sql
      .selectFrom('chatEvents')
      .select('text')
      .where('clientId', '=', message.clientId)
      .executeTakeFirst();
    expect(stored).toEqual({ text });
  });
});

describe('half an emoji, as a careless cut leaves it', () => {
  test.each(['look \ud83d', '\ude00 look'])(
    '%j is to all who hear it what is stored',
    async (text) => {
      const before = desk.frames.length;
      desk.send({ t: 'follow', chatId: chat.chatId, after: 0 });
      await desk.next('events', before);
      const message = post(chat.chatId, text);
      patron.send(message);
      await acknowledged(patron, message);
      const heard = await hears(desk, chat.chatId, ({ seq }) => seq === 4);
      const stored = await house.parts.database.sql
        .selectFrom('chatEvents')
        .select('text')
        .where('clientId', '=', message.clientId)
        .executeTakeFirstOrThrow();
      expect(heard).toMatchObject({ text: stored.text });
      expect(stored.text).toBe(text.toWellFormed());
    },
  );

  test('in the title of a page keeps nobody from learning of the page', async () => {
    const before = desk.frames.length;
    desk.send({ t: 'follow', chatId: chat.chatId, after: 0 });
    await desk.next('events', before);
    patron.send({ t: 'page', page: { ...page, title: 'Maps \ud83d' } });
    const visited = await hears(desk, chat.chatId, ({ kind }) => kind === 'page');
    expect(visited).toMatchObject({ page: { title: 'Maps \ufffd' } });
  });
});

describe('a frame of the other side', () => {
  test.each<readonly [string, object]>([['unfollow', { t: 'unfollow', chatId: uuid }]])(
    '%s of a patron is refused',
    async (_, frame) => {
      const before = patron.frames.length;
      patron.send(frame);
      expect(await patron.next('error', before)).toMatchObject({ code: 'may_not' });
      await expectToTalkOn(patron);
    },
  );

  test('a page of an operator is refused', async () => {
    const before = desk.frames.length;
    desk.send({ t: 'page', page });
    expect(await desk.next('error', before)).toMatchObject({ code: 'may_not' });
    await expectToTalkOn(desk);
  });

  test('a patron’s note is an ordinary message: nothing is hidden from its own writer', async () => {
    const message = post(chat.chatId, 'Psst', true);
    patron.send(message);
    expect((await acknowledged(patron, message)).seq).toBe(4);
  });
});

describe('a chat id that is not the sender’s', () => {
  test('sent by a patron proves nothing: the message goes into their own chat', async () => {
    const other = await ask(house, libraries.widgetId, 'Another question');
    const message = post(other.chatId, 'Into which?');
    patron.send(message);
    expect(await acknowledged(patron, message)).toMatchObject({ chatId: chat.chatId });
  });

  test.each([
    ['that is nobody’s', uuid],
    ['that is none', 'my-chat'],
  ])('%s is refused to an operator', async (_, chatId) => {
    const message = { ...post(chatId, 'Hello'), chatId };
    desk.send(message);
    expect(await refused(desk, message)).toMatchObject({
      code: chatId === uuid ? 'not_found' : 'malformed',
    });
    await expectToTalkOn(desk);
  });

  test('missing from an operator’s message or follow is told', async () => {
    const { chatId: _, ...message } = post(chat.chatId, 'To whom?');
    desk.send(message);
    expect(await refused(desk, message)).toMatchObject({ code: 'malformed' });
    const before = desk.frames.length;
    desk.send({ t: 'follow', after: 0 });
    expect(await desk.next('refused', before)).toMatchObject({ code: 'malformed' });
    await expectToTalkOn(desk);
  });

  test('of nobody’s chat is refused to who wants to follow it', async () => {
    const before = desk.frames.length;
    desk.send({ t: 'follow', chatId: uuid, after: 0 });
    expect(await desk.next('refused', before)).toMatchObject({ chatId: uuid, code: 'not_found' });
  });
});

describe('a frame that ends the connection', () => {
  test('is one of 64 KB and a byte: 1009', async () => {
    patron.send('x'.repeat(FRAME_BYTES + 1));
    expect(await patron.closed).toMatchObject({ code: 1009 });
  });

  test('is not one of 64 KB', async () => {
    patron.send('x'.repeat(FRAME_BYTES));
    expect(await patron.next('error')).toMatchObject({ code: 'malformed' });
    await expectToTalkOn(patron);
  });

  test('is anything before the hello', async () => {
    const client = await house.connect(NOBODY);
    client.send(post(chat.chatId, 'Me first'));
    expect(await client.closed).toMatchObject({ code: CLOSE.noHello });
  });

  test('is the one too many, and what was said before it is stored', async () => {
    const client = await strict.patron(chat.token);
    // Its door is wide open once this is answered; what waits before an opening door may go down with it.
    await expectToTalkOn(client);
    const message = post(chat.chatId, 'Before the flood');
    client.send(message);
    const told = nextHint(
      strict,
      'chat',
      ({ events }) => events?.[0]?.clientId === message.clientId,
    );
    for (let n = 0; n < FRAME_RATE.burst; n += 1) client.send({ t: 'typing', on: true });
    expect(await client.closed).toMatchObject({ code: CLOSE.tooMany });
    expect(await told).toMatchObject({ chatId: chat.chatId });
  });

  test('is not one of many over a longer time', async () => {
    const client = await strict.patron(chat.token);
    for (let second = 0; second < 5; second += 1) {
      for (let n = 0; n < FRAME_RATE.perSecond; n += 1) client.send({ t: 'typing', on: true });
      await client.settle();
      clock.advance(2);
    }
    await expectToTalkOn(client);
    await client.close();
  });
});
