import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
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

const { house, sql, connection } = await testHouse();
const libraries = await makeLibraries(sql);
const outside = new pg.Pool(connection);
afterAll(() => outside.end());

const asSadie = await house.staff(libraries.sadie);
const omarsDesk = await house.desk(await house.staff(libraries.omar));

async function claimedChat() {
  const chat = await ask(house, libraries.widgetId, 'Is the map room open?');
  expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
  const patron = await house.patron(chat.token);
  await follow(omarsDesk, chat.chatId);
  return { ...chat, socket: patron };
}

async function storedTexts(chatId: string): Promise<string[]> {
  const { rows } = await outside.query<{ text: string }>(
    'select text from chat_events where chat_id = $1 and text is not null order by seq',
    [chatId],
  );
  return rows.map(({ text }) => text);
}

/** From now on the database refuses what the condition names, at the commit and not before. */
async function refuseAtCommit(table: string, condition: string): Promise<() => Promise<unknown>> {
  await outside.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$;
    create constraint trigger refusal after insert or update on ${table}
      deferrable initially deferred for each row when (${condition}) execute function refuse();
  `);
  return () => outside.query(`drop trigger refusal on ${table}; drop function refuse()`);
}

test('when the acknowledgement arrives, every other connection of the database sees the message', async () => {
  const { chatId, socket } = await claimedChat();
  const message = post(chatId, 'Until eight?');
  socket.send(message);
  await socket.next('ack');
  expect(await storedTexts(chatId)).toContain('Until eight?');
});

test('when others hear a message, every other connection of the database sees it', async () => {
  const { chatId, socket } = await claimedChat();
  socket.send(post(chatId, 'Or until ten?'));
  await hears(omarsDesk, chatId, (event) => event.kind === 'message' && event.seq > 2);
  expect(await storedTexts(chatId)).toContain('Or until ten?');
});

test('a message whose commit fails is refused, and nobody hears of it', async () => {
  const { chatId, socket } = await claimedChat();
  const mend = await refuseAtCommit('chat_events', "new.text = 'Lost words'");
  const message = post(chatId, 'Lost words');
  socket.send(message);
  const refusal = await refused(socket, message);
  await omarsDesk.settle();
  await mend();

  expect(refusal.code).toBe('unavailable');
  expect(heardEvents(omarsDesk, chatId)).not.toContainEqual(
    expect.objectContaining({ text: 'Lost words' }),
  );
  expect(socket.frames).not.toContainEqual(expect.objectContaining({ t: 'ack' }));
  expect(await storedTexts(chatId)).toEqual(['Is the map room open?']);
});

test('the same message, sent again after the failure, is stored under the next number', async () => {
  const { chatId, socket } = await claimedChat();
  const mend = await refuseAtCommit('chat_events', "new.text = 'Once more'");
  const message = post(chatId, 'Once more');
  socket.send(message);
  await socket.next('refused');
  await mend();
  socket.send(message);

  expect(await socket.next('ack')).toMatchObject({ clientId: message.clientId, seq: 4 });
  expect(await storedTexts(chatId)).toEqual(['Is the map room open?', 'Once more']);
});

test('one bad message of a batch does not take the others with it', async () => {
  const { chatId, socket } = await claimedChat();
  const mend = await refuseAtOnce("new.text = 'Poison'");
  const poison = post(chatId, 'Poison');
  const last = post(chatId, 'After');
  for (const message of [post(chatId, 'Before'), poison, last]) socket.send(message);
  await refused(socket, poison);
  await acknowledged(socket, last);
  await mend();

  expect(await storedTexts(chatId)).toEqual(['Is the map room open?', 'Before', 'After']);
});

test('a closing whose commit fails is told to nobody, and the chat goes on', async () => {
  const { chatId, socket } = await claimedChat();
  const mend = await refuseAtCommit('chats', "new.state = 'closed'");
  const failed = await close(house, chatId, asSadie);
  await Promise.all([socket.settle(), omarsDesk.settle()]);
  await mend();

  expect(failed.status).toBe(503);
  expect(heardEvents(socket, chatId).map(({ kind }) => kind)).not.toContain('closed');
  expect(heardEvents(omarsDesk, chatId).map(({ kind }) => kind)).not.toContain('closed');
  socket.send(post(chatId, 'Still there?'));
  await socket.next('ack');
});

test('a claim whose commit fails is told to nobody, and the chat waits on', async () => {
  const chat = await ask(house, libraries.widgetId, 'Who wrote this?');
  const patron = await house.patron(chat.token);
  const mend = await refuseAtCommit('answerings', 'true');
  const failed = await claim(house, chat.chatId, asSadie);
  await patron.settle();
  await mend();

  expect(failed.status).toBe(503);
  expect(heardEvents(patron, chat.chatId).map(({ kind }) => kind)).toEqual(['opened', 'message']);
  expect(await claim(house, chat.chatId, asSadie)).toMatchObject({ status: 200 });
});

/** A statement that PostgreSQL refuses for its content. */
async function refuseAtOnce(condition: string): Promise<() => Promise<unknown>> {
  await outside.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'not this one' using errcode = '22023'; end $$;
    create trigger refusal before insert on chat_events
      for each row when (${condition}) execute function refuse();
  `);
  return () => outside.query('drop trigger refusal on chat_events; drop function refuse()');
}
