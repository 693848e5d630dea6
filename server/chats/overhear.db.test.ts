import { beforeEach, describe, expect, test } from 'vitest';
import { leaveChatQuestion, readChat, readEvents } from '#protocol/chats.ts';
import { openFollowedChat, QUESTION } from '../../test/followed-chat.ts';
import { LOCAL_SECONDS, UNANSWERED_SECONDS } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { ask, claim, close, heardEvents, post, refused, release, say } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, libraries, chat, asSadie, pages, ...here } = await openFollowedChat();
const { afterAnother, textsHeard, standsOn } = here;

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
    pages.ada.until((frame) =>
      frame.t === 'events' && frame.chatId === chat.chatId
        ? frame.events.find(({ kind }) => kind === state)
        : undefined,
    );

  test.each<[string, () => Promise<unknown>]>([
    ['a message', () => afterAnother(pages.ada, 'Hello?')],
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
        await standsOn(pages.omar);
        await claim(house, chat.chatId, asSadie);
        await pages.omar.next('gone');
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
        await pages.sadie.close();
        await house.passes(30);
        await deskShows('returned');
        pages.sadie = await house.desk(asSadie);
      },
    ],
    ['a step of the chain', () => house.passes(LOCAL_SECONDS)],
    ['the form offered', () => house.passes(UNANSWERED_SECONDS)],
    [
      'a page of the patron',
      async () => {
        pages.patron.send({
          t: 'page',
          page: { url: 'https://northfield.example/', title: 'Home' },
        });
        await deskShows('page');
      },
    ],
    [
      'typing of both sides',
      async () => {
        await claim(house, chat.chatId, asSadie);
        pages.patron.send({ t: 'typing', on: true });
        await pages.sadie.next('typing');
        pages.sadie.send({ t: 'typing', chatId: chat.chatId, on: true });
        await pages.patron.next('typing');
      },
    ],
    [
      'how far both sides have read',
      async () => {
        await claim(house, chat.chatId, asSadie);
        pages.patron.send({ t: 'seen', seq: 2 });
        await pages.sadie.next('seen');
        pages.sadie.send({ t: 'seen', chatId: chat.chatId, seq: 2 });
        await pages.patron.next('seen');
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
    await afterAnother(pages.patron, 'Only me');
    expect(pages.patron.frames.map(({ t }) => t)).not.toContain('typing');
    expect(pages.patron.frames.map(({ t }) => t)).not.toContain('seen');
    expect(textsHeard(pages.ada)).not.toContain('From a stranger');
  });

  test('a colleague who may read it does not speak in it', async () => {
    await claim(house, chat.chatId, asSadie);
    const message = post(chat.chatId, 'Let me add');
    pages.omar.send({ t: 'typing', chatId: chat.chatId, on: true });
    pages.omar.send(message);
    expect(await refused(pages.omar, message)).toMatchObject({ code: 'may_not' });
    await pages.patron.settle();
    expect(pages.patron.frames.map(({ t }) => t)).not.toContain('typing');
  });

  test('the patron never learns of notes, pages and steps, nor of accounts', async () => {
    await house.passes(LOCAL_SECONDS);
    await claim(house, chat.chatId, asSadie);
    await say(house, chat.chatId, asSadie, 'Has asked this before', true);
    pages.patron.send({ t: 'page', page: { url: 'https://northfield.example/', title: 'Home' } });
    await deskShows('page');
    await afterAnother(pages.patron, 'Thank you');
    const again = await house.patron(chat.token);
    const answer = await house.call(
      readEvents,
      { params: { chatId: chat.chatId }, query: {}, body: undefined },
      chat.patron,
    );
    for (const said of [pages.patron.frames, again.frames, answer.body]) {
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
