import { describe, expect, test } from 'vitest';
import { ANY_NUMBER, openHouse, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { seededRandom } from '../../test/random.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { ask, claim, close, follow, heardEvents, hears, post, release } from '../../test/talk.ts';

const { house, clock, sql, connection } = await testHouse();
/** A second process that the bus reaches, and a third one that it does not. */
const joined = await openHouse({
  connection,
  clock,
  frameRate: ANY_NUMBER,
  bus: house.parts.bus,
});
const apart = await openHouse({ connection, clock, frameRate: ANY_NUMBER });
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
// Somebody is always there, so that every chat begins alike: opened, question, claimed.
await house.desk(await house.staff(libraries.omar));

async function claimedChat() {
  const chat = await ask(house, libraries.widgetId, 'How many?');
  expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
  return chat;
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, n) => n + 1);
}

/** What the database has numbered, for each audience, in its order. */
async function storedNumbers(chatId: string) {
  const rows = await sql
    .selectFrom('chatEvents')
    .select(['seq', 'patronSeq', 'kind'])
    .where('chatId', '=', chatId)
    .orderBy('seq')
    .execute();
  const chat = await sql
    .selectFrom('chats')
    .select(['lastSeq', 'lastPatronSeq'])
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  return {
    staff: rows.map(({ seq }) => seq),
    patron: rows.flatMap(({ patronSeq }) => patronSeq ?? []),
    ...chat,
  };
}

async function expectGapless(chatId: string): Promise<void> {
  const { staff, patron, lastSeq, lastPatronSeq } = await storedNumbers(chatId);
  expect(staff).toEqual(upTo(lastSeq));
  expect(patron).toEqual(upTo(lastPatronSeq));
}

/** Every number that a connection has learned, by event or by acknowledgement, lowest first. */
function numbersOf(client: SocketClient, chatId: string): number[] {
  const acknowledged = client.frames.flatMap((frame) =>
    frame.t === 'ack' && frame.chatId === chatId ? [frame.seq] : [],
  );
  const heard = heardEvents(client, chatId).map(({ seq }) => seq);
  return [...acknowledged, ...heard].sort((a, b) => a - b);
}

function allAcknowledged(client: SocketClient, howMany: number): Promise<true> {
  return client.until(
    () => client.frames.filter(({ t }) => t === 'ack').length === howMany || undefined,
  );
}

describe('each audience has numbers without a gap', () => {
  test('with notes between the messages, which move the staff’s alone', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const sadie = await house.desk(asSadie);
    for (let n = 0; n < 30; n += 1) sadie.send(post(chatId, `${n}`, n % 3 !== 0));
    await allAcknowledged(sadie, 30);
    sadie.send(post(chatId, 'The last'));
    await hears(patron, chatId, (event) => event.kind === 'message' && event.text === 'The last');

    expect(heardEvents(patron, chatId).map(({ seq }) => seq)).toEqual(upTo(14));
    expect(await storedNumbers(chatId)).toMatchObject({ lastSeq: 34, lastPatronSeq: 14 });
    await expectGapless(chatId);
    await Promise.all([patron.close(), sadie.close()]);
  });

  test('with two processes that write at once: each client learns each number once', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const sadie = await joined.desk(asSadie);
    await follow(sadie, chatId);
    for (let n = 0; n < 200; n += 1) {
      patron.send(post(chatId, `Patron ${n}`));
      sadie.send(post(chatId, `Sadie ${n}`, n % 4 === 0));
    }
    await Promise.all([allAcknowledged(patron, 200), allAcknowledged(sadie, 200)]);
    await Promise.all([patron.settle(), sadie.settle()]);

    expect(numbersOf(patron, chatId)).toEqual(upTo(3 + 200 + 150));
    expect(numbersOf(sadie, chatId)).toEqual(upTo(3 + 400));
    await expectGapless(chatId);
    await Promise.all([patron.close(), sadie.close()]);
  });

  test('with processes that hear nothing of each other: whoever asks gets all, in order', async () => {
    const { chatId, token } = await claimedChat();
    const here = await house.patron(token);
    const there = await apart.patron(token);
    for (let n = 0; n < 150; n += 1) {
      here.send(post(chatId, `Here ${n}`));
      there.send(post(chatId, `There ${n}`));
    }
    await Promise.all([allAcknowledged(here, 150), allAcknowledged(there, 150)]);
    const returning = await house.patron(token, 3);
    expect(await returning.next('events')).toMatchObject({ more: true });
    returning.send({ t: 'follow', after: 203 });
    await returning.until(() => heardEvents(returning, chatId).length === 300 || undefined);

    expect(heardEvents(returning, chatId).map(({ seq }) => seq)).toEqual(upTo(303).slice(3));
    await expectGapless(chatId);
    await Promise.all([here.close(), there.close(), returning.close()]);
  });

  test.each([21, 22, 23])(
    'with claims, releases, pages and a closing among the messages of three processes (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const { chatId, token, patron } = await claimedChat();
      const houses = [house, joined, apart];
      const clients = await Promise.all(houses.map((each) => each.patron(token)));
      const acts = Array.from({ length: 120 }, (_, n) => {
        const client = random.pick(clients);
        const choice = random.below(10);
        if (choice === 0) return claim(random.pick(houses), chatId, asSadie);
        if (choice === 1) return release(random.pick(houses), chatId, asSadie);
        if (choice < 4)
          return client.send({ t: 'page', page: { url: `https://a.example/${n}`, title: '' } });
        return client.send(post(chatId, `Message ${n}`));
      });
      await Promise.all(acts);
      expect(await close(random.pick(houses), chatId, patron)).toMatchObject({ status: 200 });
      await Promise.all(clients.map((client) => client.settle()));
      await Promise.all(houses.map(({ parts }) => parts.writer.drain()));
      await expectGapless(chatId);
      for (const client of clients) await client.close();
    },
  );
});

test('frames that come twice and out of order are stored once each, in the order of their coming', async () => {
  const { chatId, token } = await claimedChat();
  const patron = await house.patron(token);
  const messages = Array.from({ length: 20 }, (_, n) => post(chatId, `${n}`));
  const shuffled = [...messages.toReversed(), ...messages];
  for (const message of shuffled) patron.send(message);
  await allAcknowledged(patron, 40);

  const stored = await sql
    .selectFrom('chatEvents')
    .select('text')
    .where('chatId', '=', chatId)
    .where('seq', '>', 3)
    .orderBy('seq')
    .execute();
  expect(stored.map(({ text }) => text)).toEqual(messages.toReversed().map(({ text }) => text));
  await expectGapless(chatId);
  await patron.close();
});
