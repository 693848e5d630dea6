import { describe, expect, test } from 'vitest';
import { postMessage } from '#protocol/chats.ts';
import { ANY_NUMBER, type Caller, openHouse, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import type { FrameOf, SocketClient } from '../../test/socket-client.ts';
import { acknowledged, ask, claim, close, heardEvents, post, refused } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql, connection } = await testHouse();
const neighbour = await openHouse({
  connection,
  clock,
  frameRate: ANY_NUMBER,
  bus: house.parts.bus,
});
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const sadiesDesk = await house.desk(asSadie);

async function claimedChat() {
  const chat = await ask(house, libraries.widgetId, 'Where is the atlas?');
  await claim(house, chat.chatId, asSadie);
  return chat;
}

/** What stands in the database after the question. */
async function saidSince(chatId: string): Promise<(string | null)[]> {
  const rows = await sql
    .selectFrom('chatEvents')
    .select('text')
    .where('chatId', '=', chatId)
    .where('kind', 'in', ['message', 'note'])
    .orderBy('seq')
    .execute();
  return rows.slice(1).map(({ text }) => text);
}

function postOverHttp(chatId: string, caller: Caller, body: { clientId: string; text: string }) {
  return house.call(postMessage, { params: { chatId }, query: undefined, body }, caller);
}

/** Resolves once so many acknowledgements are here. */
function acks(client: SocketClient, howMany: number): Promise<FrameOf<'ack'>[]> {
  return client.until(() => {
    const here = client.frames.filter((frame) => frame.t === 'ack');
    return here.length === howMany ? here : undefined;
  });
}

describe('the same message', () => {
  test('twice on one connection is one, with one number and one time', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const message = post(chatId, 'The big one');
    patron.send(message);
    await acknowledged(patron, message);
    clock.advance(7);
    patron.send(message);
    const [first, second] = await acks(patron, 2);
    expect(second).toEqual(first);
    expect(await saidSince(chatId)).toEqual(['The big one']);
  });

  test('five times in one batch is one, acknowledged five times', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const message = post(chatId, 'Hello?');
    const last = post(chatId, 'Anybody?');
    for (const frame of [message, message, message, message, message, last]) patron.send(frame);
    const seqs = (await acks(patron, 6))
      .filter(({ clientId }) => clientId === message.clientId)
      .map(({ seq }) => seq);
    expect(seqs).toEqual([4, 4, 4, 4, 4]);
    expect(await saidSince(chatId)).toEqual(['Hello?', 'Anybody?']);
  });

  test('on two connections at once is one, and each connection learns of it once', async () => {
    const { chatId, token } = await claimedChat();
    const [one, two] = await Promise.all([house.patron(token), house.patron(token)]);
    const message = post(chatId, 'From two tabs');
    one.send(message);
    two.send(message);
    const both = await Promise.all([acknowledged(one, message), acknowledged(two, message)]);
    await Promise.all([one.settle(), two.settle()]);

    expect(both[0].seq).toBe(both[1].seq);
    expect(await saidSince(chatId)).toEqual(['From two tabs']);
    const heard = [one, two].flatMap((tab) =>
      heardEvents(tab, chatId).filter((event) => event.seq === both[0].seq),
    );
    // The one whose frame was stored has the acknowledgement for it; the other is told as well.
    expect(heard.length).toBe(1);
  });

  test('through two processes at once is one', async () => {
    const { chatId, token } = await claimedChat();
    const [here, there] = await Promise.all([house.patron(token), neighbour.patron(token)]);
    const messages = Array.from({ length: 30 }, (_, n) => post(chatId, `Line ${n}`));
    for (const message of messages) {
      here.send(message);
      there.send(message);
    }
    for (const message of messages) {
      const both = await Promise.all([acknowledged(here, message), acknowledged(there, message)]);
      expect(both[0].seq).toBe(both[1].seq);
    }
    expect(new Set(await saidSince(chatId)).size).toBe(30);
    expect(await saidSince(chatId)).toHaveLength(30);
  });

  test('over HTTP after the socket, and again, is one: 200 with the first number', async () => {
    const { chatId, token, patron } = await claimedChat();
    const socket = await house.patron(token);
    const message = post(chatId, 'Did this get through?');
    socket.send(message);
    const { seq } = await acknowledged(socket, message);
    const { clientId, text } = message;

    expect(await postOverHttp(chatId, patron, { clientId, text })).toMatchObject({
      status: 200,
      body: { seq },
    });
    expect(await saidSince(chatId)).toEqual(['Did this get through?']);
  });

  test('over HTTP first answers 201, then 200, to the operator under the staff’s number', async () => {
    const { chatId } = await claimedChat();
    const body = { clientId: newId(), text: 'One moment, please.' };
    const first = await postOverHttp(chatId, asSadie, body);
    const second = await postOverHttp(chatId, asSadie, body);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
  });

  test('is told to the others once', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const message = post(chatId, 'Found it');
    sadiesDesk.send(message);
    sadiesDesk.send(message);
    const { seq } = await acknowledged(sadiesDesk, message);
    sadiesDesk.send(post(chatId, 'Bye'));
    await patron.until((frame) =>
      frame.t === 'events'
        ? frame.events.find((event) => event.kind === 'message' && event.text === 'Bye')
        : undefined,
    );
    const heard = heardEvents(patron, chatId).filter((event) => event.seq === seq);
    expect(heard).toHaveLength(1);
  });

  test('after the chat was closed still answers with its number', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const message = post(chatId, 'Thank you');
    patron.send(message);
    const { seq } = await acknowledged(patron, message);
    await close(house, chatId, asSadie);
    const again = await house.patron(token, seq + 1);
    again.send(message);
    expect(await acknowledged(again, message)).toMatchObject({ seq });
  });

  test('in another chat is another message', async () => {
    const [here, there] = [await claimedChat(), await claimedChat()];
    const body = { clientId: newId(), text: 'The same id, by chance' };
    expect(await postOverHttp(here.chatId, here.patron, body)).toMatchObject({ status: 201 });
    expect(await postOverHttp(there.chatId, there.patron, body)).toMatchObject({ status: 201 });
  });
});

describe('a client id of somebody else', () => {
  test('is refused to the operator, who reads it beside the patron’s message', async () => {
    const { chatId, token } = await claimedChat();
    const patron = await house.patron(token);
    const message = post(chatId, 'Mine');
    patron.send(message);
    await acknowledged(patron, message);
    const stolen = { ...message, text: 'Mine now' };
    sadiesDesk.send(stolen);

    expect(await refused(sadiesDesk, stolen)).toMatchObject({ code: 'client_id_taken' });
    expect(await saidSince(chatId)).toEqual(['Mine']);
  });

  test('is refused to the patron, in the same batch too', async () => {
    const { chatId, patron } = await claimedChat();
    const body = { clientId: newId(), text: 'Twice' };
    const answers = await Promise.all([
      postOverHttp(chatId, asSadie, body),
      postOverHttp(chatId, patron, body),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await saidSince(chatId)).toEqual(['Twice']);
  });
});
