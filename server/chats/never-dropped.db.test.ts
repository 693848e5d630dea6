import { expect, test } from 'vitest';
import { leaveChatQuestion } from '#protocol/chats.ts';
import { leaveQuestion } from '#protocol/tickets.ts';
import { makeQueue, makeWidget } from '../../test/factories.ts';
import { leave } from '../../test/hints.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries, UNANSWERED_SECONDS } from '../../test/libraries.ts';
import {
  acknowledged,
  ask,
  claim,
  close,
  follow,
  heardEvents,
  hears,
  post,
  refused,
} from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield } = libraries.institutions;
const asSadie = await house.staff(libraries.sadie);

const WORDS = 'Where can I read the parish registers of 1741?';

function leaveFromChat(chatId: string, patron: Caller, question: string) {
  const body = { clientId: newId(), question };
  return house.call(leaveChatQuestion, { params: { chatId }, query: undefined, body }, patron);
}

function leaveFromPage(widgetId: string, question: string) {
  const body = { clientId: newId(), question };
  return house.call(leaveQuestion, { params: { widgetId }, query: undefined, body }, NOBODY);
}

async function expectTicket(ticketId: string, ticket: object): Promise<void> {
  const stored = await sql
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', ticketId)
    .executeTakeFirst();
  expect(stored).toMatchObject({ institutionId: northfield, state: 'new', ...ticket });
}

async function makeQueueWithWidget() {
  const queueId = await makeQueue(sql, { institutionId: northfield });
  const widgetId = await makeWidget(sql, {
    institutionId: northfield,
    chain: [{ queueId, waitSeconds: 20 }],
  });
  const remove = () =>
    sql.updateTable('queues').set({ deletedAt: clock.now() }).where('id', '=', queueId).execute();
  return { widgetId, remove };
}

test('with nobody there, a question is kept, the form offered at once, and a ticket made of both', async () => {
  const chat = await ask(house, libraries.widgetId, WORDS);
  const patron = await house.patron(chat.token);
  const { chat: snapshot } = await patron.next('hello_patron');
  expect(snapshot).toMatchObject({ state: 'waiting', formOffered: true });
  expect(heardEvents(patron, chat.chatId)).toMatchObject([
    { kind: 'opened' },
    { kind: 'message', text: WORDS },
    { kind: 'form_offered' },
  ]);
  const answer = await leaveFromChat(chat.chatId, chat.patron, WORDS);
  expect(answer.status).toBe(201);
  await expectTicket(answer.body.ticketId, { question: WORDS, chatId: chat.chatId });
  expect(await hears(patron, chat.chatId, ({ kind }) => kind === 'closed')).toMatchObject({
    reason: 'question_left',
  });
  await patron.close();
});

test('nobody claims in time: the form is offered, once, and the patron may go on writing', async () => {
  const sadie = await house.desk(asSadie);
  const chat = await ask(house, libraries.widgetId, WORDS);
  const patron = await house.patron(chat.token);
  await house.passes(UNANSWERED_SECONDS - 1);
  expect(heardEvents(patron, chat.chatId).map(({ kind }) => kind)).not.toContain('form_offered');
  await house.passes(60);
  await hears(patron, chat.chatId, ({ kind }) => kind === 'form_offered');
  const message = post(chat.chatId, 'I can wait.');
  patron.send(message);
  await acknowledged(patron, message);
  expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
  await follow(sadie, chat.chatId);
  const kinds = heardEvents(sadie, chat.chatId).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'form_offered')).toHaveLength(1);
  expect(heardEvents(sadie, chat.chatId)).toContainEqual(
    expect.objectContaining({ text: 'I can wait.' }),
  );
  await Promise.all([sadie.close(), patron.close()]);
});

test('a queue that is deleted under a waiting chat: the form is offered, and the words become a ticket', async () => {
  const { widgetId, remove } = await makeQueueWithWidget();
  const chat = await ask(house, widgetId, WORDS);
  await remove();
  await house.passes(1);
  const patron = await house.patron(chat.token);
  const message = post(chat.chatId, 'Or of 1742?');
  patron.send(message);
  await acknowledged(patron, message);
  await hears(patron, chat.chatId, ({ kind }) => kind === 'form_offered');
  const answer = await leaveFromChat(chat.chatId, chat.patron, `${WORDS} Or of 1742?`);
  await expectTicket(answer.body.ticketId, { question: `${WORDS} Or of 1742?` });
  await patron.close();
});

test('a widget whose queues are all deleted keeps the question, and offers the form at once', async () => {
  const { widgetId, remove } = await makeQueueWithWidget();
  await remove();
  const chat = await ask(house, widgetId, WORDS);
  const patron = await house.patron(chat.token);
  await hears(patron, chat.chatId, ({ kind }) => kind === 'form_offered');
  const fromChat = await leaveFromChat(chat.chatId, chat.patron, WORDS);
  await expectTicket(fromChat.body.ticketId, { question: WORDS, chatId: chat.chatId });
  const fromPage = await leaveFromPage(widgetId, WORDS);
  expect(fromPage.status).toBe(201);
  await expectTicket(fromPage.body.ticketId, { question: WORDS, chatId: null });
  await patron.close();
});

test('an operator who is gone leaves the whole history to the next, with what was written meanwhile', async () => {
  const sadie = await house.desk(asSadie);
  const chat = await ask(house, libraries.widgetId, WORDS);
  const patron = await house.patron(chat.token);
  await claim(house, chat.chatId, asSadie);
  const answer = post(chat.chatId, 'Let me look.');
  sadie.send(answer);
  await acknowledged(sadie, answer);
  await leave(house, libraries.sadie, sadie);
  const meanwhile = post(chat.chatId, 'Are you still there?');
  patron.send(meanwhile);
  await acknowledged(patron, meanwhile);
  await house.passes(22);
  const waiting = post(chat.chatId, 'Hello?');
  patron.send(waiting);
  await acknowledged(patron, waiting);

  const asOmar = await house.staff(libraries.omar);
  const omar = await house.desk(asOmar);
  expect(await claim(house, chat.chatId, asOmar)).toMatchObject({ status: 200 });
  await follow(omar, chat.chatId);
  const texts = heardEvents(omar, chat.chatId).flatMap((event) =>
    event.kind === 'message' ? [event.text] : [],
  );
  expect(texts).toEqual([WORDS, 'Let me look.', 'Are you still there?', 'Hello?']);
  await Promise.all([omar.close(), patron.close()]);
});

test('a chat that is closed while the patron types: refused by its client id, and the form takes it', async () => {
  const chat = await ask(house, libraries.widgetId, WORDS);
  await claim(house, chat.chatId, asSadie);
  const patron = await house.patron(chat.token);
  await close(house, chat.chatId, asSadie);
  const late = post(chat.chatId, 'One more thing');
  patron.send(late);
  expect(await refused(patron, late)).toMatchObject({ chatId: chat.chatId, code: 'chat_closed' });
  expect(await leaveFromChat(chat.chatId, chat.patron, 'One more thing')).toMatchObject({
    status: 409,
    code: 'chat_closed',
  });
  const answer = await leaveFromPage(libraries.widgetId, 'One more thing');
  await expectTicket(answer.body.ticketId, { question: 'One more thing' });
  await patron.close();
});

test('messages at the very moment of a closing are stored before it, or refused: none is both or neither', async () => {
  for (let round = 0; round < 5; round += 1) {
    const chat = await ask(house, libraries.widgetId, WORDS);
    await claim(house, chat.chatId, asSadie);
    const patron = await house.patron(chat.token);
    const messages = Array.from({ length: 30 }, (_, n) => post(chat.chatId, `${n}`));
    for (const message of messages.slice(0, 15)) patron.send(message);
    const closing = close(house, chat.chatId, asSadie);
    for (const message of messages.slice(15)) patron.send(message);
    await closing;
    await patron.until(
      () =>
        patron.frames.filter(({ t }) => t === 'ack' || t === 'refused').length === 30 || undefined,
    );
    const acknowledgedIds = patron.frames.flatMap((frame) =>
      frame.t === 'ack' ? [frame.clientId] : [],
    );
    const stored = await sql
      .selectFrom('chatEvents')
      .select(['clientId', 'kind'])
      .where('chatId', '=', chat.chatId)
      .orderBy('seq')
      .execute();
    expect(stored.at(-1)?.kind).toBe('closed');
    const storedIds = stored.map(({ clientId }) => clientId);
    expect(storedIds.slice(3, -1)).toEqual(acknowledgedIds);
    await patron.close();
  }
});

test('what was said while a patron was away is there on return, from their last number on', async () => {
  const sadie = await house.desk(asSadie);
  const chat = await ask(house, libraries.widgetId, WORDS);
  await claim(house, chat.chatId, asSadie);
  const patron = await house.patron(chat.token);
  await patron.close();
  const last = post(chat.chatId, 'On the second floor.');
  sadie.send(post(chat.chatId, 'Found them.'));
  sadie.send(last);
  await acknowledged(sadie, last);
  const again = await house.patron(chat.token, 3);
  expect(heardEvents(again, chat.chatId)).toMatchObject([
    { seq: 4, text: 'Found them.' },
    { seq: 5, text: 'On the second floor.' },
  ]);
  await Promise.all([again.close(), sadie.close()]);
});
