import { describe, expect, test } from 'vitest';
import { leaveChatQuestion, openChat, postMessage } from '#protocol/chats.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim, close } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);

async function claimedChat() {
  const chat = await ask(house, libraries.widgetId, 'Where is the atlas?');
  await claim(house, chat.chatId, asSadie);
  return chat;
}

describe('an opening', () => {
  const open = (clientId: string, question: string) =>
    house.call(
      openChat,
      { params: { widgetId: libraries.widgetId }, query: undefined, body: { clientId, question } },
      NOBODY,
    );

  test('sent again answers with the same chat, its token and its patron', async () => {
    const clientId = newId();
    const first = await open(clientId, 'Do you lend laptops?');
    const second = await open(clientId, 'Do you lend laptops?');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
  });

  test('sent five times at once is one chat with one question', async () => {
    const clientId = newId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => open(clientId, 'Do you lend skis?')),
    );
    const chatIds = new Set(answers.map(({ body }) => body.chatId));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(chatIds.size).toBe(1);
    const events = await sql
      .selectFrom('chatEvents')
      .select('kind')
      .where('chatId', 'in', [...chatIds])
      .orderBy('seq')
      .execute();
    expect(events.slice(0, 2)).toEqual([{ kind: 'opened' }, { kind: 'message' }]);
    expect(events.filter(({ kind }) => kind === 'message')).toHaveLength(1);
  });

  test('with the client id of another question is refused, and gets no token', async () => {
    const clientId = newId();
    await open(clientId, 'Do you lend bicycles?');
    const answer = await open(clientId, 'Give me that chat');
    expect(answer).toMatchObject({ status: 409, code: 'client_id_taken' });
    expect(answer.body).not.toHaveProperty('token');
  });
});

describe('a closing', () => {
  test('sent again answers 200 and closes once', async () => {
    const { chatId } = await claimedChat();
    const clientId = newId();
    const first = await close(house, chatId, asSadie, clientId);
    const second = await close(house, chatId, asSadie, clientId);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });

  test('by both ends at once closes once, and the other is told that it is closed', async () => {
    const { chatId, patron } = await claimedChat();
    const answers = await Promise.all([
      close(house, chatId, asSadie),
      close(house, chatId, patron),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const closings = await sql
      .selectFrom('chatEvents')
      .select('kind')
      .where('chatId', '=', chatId)
      .where('kind', '=', 'closed')
      .execute();
    expect(closings).toHaveLength(1);
  });

  test('with the client id of a message is refused', async () => {
    const { chatId, patron } = await claimedChat();
    const clientId = newId();
    const body = { clientId, text: 'A message' };
    await house.call(postMessage, { params: { chatId }, query: undefined, body }, patron);
    expect(await close(house, chatId, patron, clientId)).toMatchObject({ code: 'client_id_taken' });
  });
});

describe('a question left', () => {
  const leave = (chatId: string, patron: Caller, clientId: string, question: string) =>
    house.call(
      leaveChatQuestion,
      { params: { chatId }, query: undefined, body: { clientId, question } },
      patron,
    );

  test('twice at once is one ticket and one closing', async () => {
    const { chatId, patron } = await ask(house, libraries.widgetId, 'Who was here in 1912?');
    const clientId = newId();
    const answers = await Promise.all([
      leave(chatId, patron, clientId, 'Who was here in 1912?'),
      leave(chatId, patron, clientId, 'Who was here in 1912?'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(answers[0].body).toEqual(answers[1].body);
    const tickets = await sql
      .selectFrom('tickets')
      .select('id')
      .where('chatId', '=', chatId)
      .execute();
    expect(tickets).toHaveLength(1);
  });

  test('under the client id of another question is refused', async () => {
    const { chatId, patron } = await ask(house, libraries.widgetId, 'Who was here in 1913?');
    const clientId = newId();
    await leave(chatId, patron, clientId, 'Who was here in 1913?');
    const answer = await leave(chatId, patron, clientId, 'And in 1914?');
    expect(answer).toMatchObject({ status: 409, code: 'client_id_taken' });
  });
});
