import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../protocol/events.ts';
import { call, patronTab } from './tools/people.ts';
import { openRawSocket, type RawSocket } from './tools/raw-socket.ts';
import { openReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { seeded } from './tools/seeded.ts';
import { textsIn } from './tools/stream.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const desk = await openReferenceDesk({ dataFolder: path.join(home, 'data') }, 3);
const [talk, other, third] = desk.talks as [Talk, Talk, Talk];
afterAll(() => desk.leave());

describe('a frame that comes again', () => {
  it('in the same breath is one message, acknowledged each time with its first number', async () => {
    const socket = await patronSocket(talk);
    const clientId = randomUUID();
    for (let n = 0; n < 3; n += 1) socket.send({ t: 'post', clientId, text: 'Said once' });

    const acks = await socket.take('ack', 3);

    expect(new Set(acks.map((ack) => ack.clientId))).toEqual(new Set([clientId]));
    expect(new Set(acks.map((ack) => ack.seq)).size).toBe(1);
    expect(await textsOf(talk)).toHaveLength(new Set(await textsOf(talk)).size);
    socket.close();
  });

  it('over another connection, and over HTTP, is still that message', async () => {
    const before = await patronSocket(talk);
    const clientId = randomUUID();
    before.send({ t: 'post', clientId, text: 'Said before the cut' });
    const [first] = await before.take('ack', 1);
    before.close();

    const after = await patronSocket(talk);
    after.send({ t: 'post', clientId, text: 'Said before the cut' });
    const [again] = await after.take('ack', 1);
    const headers = { authorization: `Bearer ${talk.token}` };
    const body = { clientId, text: 'Said before the cut' };
    const posted = await call(desk.carrel, 'POST', `/chats/${talk.chatId}/messages`, headers, body);

    expect(again).toMatchObject({ seq: first?.seq, at: first?.at });
    expect(posted.status).toBe(200);
    expect(await posted.json()).toEqual({ seq: first?.seq });
    expect((await textsOf(talk)).filter((text) => text === 'Said before the cut')).toHaveLength(1);
    after.close();
  });

  it('from two tabs of one patron at once is one message, seen by both in one order', async () => {
    const [left, right] = [await patronSocket(other), await patronSocket(other)];
    const random = seeded(7);
    const messages = Array.from({ length: 40 }, (_, n) => ({
      clientId: randomUUID(),
      text: `Tab ${n}`,
    }));

    // As two tabs with one outbox do after a cut, and each in an order of its own.
    for (const message of shuffle(messages, random)) left.send({ t: 'post', ...message });
    for (const message of shuffle(messages, random)) right.send({ t: 'post', ...message });
    await left.take('ack', 40);
    await right.take('ack', 40);

    const texts = await textsOf(other);
    expect([...texts].sort()).toEqual(['Question 1', ...messages.map(({ text }) => text)].sort());
    await other.patron.until(
      'the third tab has all',
      () => other.patron.stream(other.chatId).last() >= 43,
    );
    expect(textsIn(other.patron.stream(other.chatId))).toEqual(texts);
    left.close();
    right.close();
  });

  it('with the client id of somebody else’s message is refused, and neither is lost', async () => {
    const socket = await patronSocket(talk);
    const clientId = desk.operator.say(talk.chatId, 'The operator’s own words');
    await desk.operator.settled();

    socket.send({ t: 'post', clientId, text: 'Something quite different' });
    const [refused] = await socket.take('refused', 1);

    expect(refused).toMatchObject({ clientId, code: 'client_id_taken' });
    expect(await textsOf(talk)).toContain('The operator’s own words');
    expect(await textsOf(talk)).not.toContain('Something quite different');
    socket.close();
  });

  it('in another chat is another message', async () => {
    const clientId = randomUUID();
    for (const each of [talk, third]) {
      const socket = await patronSocket(each);
      socket.send({ t: 'post', clientId, text: 'The same id' });
      await socket.take('ack', 1);
      socket.close();
    }

    expect(await textsOf(talk)).toContain('The same id');
    expect(await textsOf(third)).toContain('The same id');
  });
});

describe('frames out of their order', () => {
  it('ask for what came before as often as they like and change nothing', async () => {
    const socket = await patronSocket(talk);
    socket.send({ t: 'follow', after: 2 });
    socket.send({ t: 'follow', after: 0 });
    socket.send({ t: 'follow', after: 1_000_000 });
    const pages = await socket.take('events', 4);

    // The answers may overtake each other; each holds all that came after its number.
    const numbers = pages.map(({ events }) => events.map(({ seq }: ChatEvent) => seq));
    const [none, tail, all = [], whole] = numbers.sort((left, right) => left.length - right.length);
    expect(all.length).toBeGreaterThan(3);
    expect(all).toEqual(all.map((_, index) => index + 1));
    expect([none, tail, whole]).toEqual([[], all.slice(2), all]);
    socket.close();
  });

  it('before the hello end the connection, and store nothing', async () => {
    const socket = await openRawSocket(desk.carrel.port);
    socket.send({ t: 'post', clientId: randomUUID(), text: 'Nobody knows who I am' });

    expect(await socket.closed).toBe(4400);
    for (const each of desk.talks)
      expect(await textsOf(each)).not.toContain('Nobody knows who I am');
  });
});

it('a tab that opens late, and one that was there all along, end with the same words', async () => {
  const late = patronTab(() => desk.carrel.port, talk);
  await late.until('it has all', () => textsIn(late.stream(talk.chatId)).includes('The same id'));
  expect(textsIn(late.stream(talk.chatId))).toEqual(textsIn(talk.patron.stream(talk.chatId)));
  late.stop();
  await desk.holdsTogether();
});

async function patronSocket({ token }: Talk): Promise<RawSocket> {
  const socket = await openRawSocket(desk.carrel.port);
  socket.send({ t: 'hello', as: 'patron', token, after: 0 });
  await socket.take('hello_patron', 1);
  return socket;
}

/** As the server tells it to a newcomer. */
async function textsOf({ chatId, token }: Talk): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await call(desk.carrel, 'GET', `/chats/${chatId}/events`, headers);
  const { events } = (await answer.json()) as { events: ChatEvent[] };
  return events.flatMap((event) => (event.kind === 'message' ? [event.text] : []));
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
