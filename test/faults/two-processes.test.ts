import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { LIBRARIES } from '../../server/demo/libraries.ts';
import { testDatabase } from '../database/index.ts';
import { startCarrel } from './tools/carrel-process.ts';
import { urlOf } from './tools/database-url.ts';
import { ask } from './tools/embedded-postgres.ts';
import { expectWhole } from './tools/expect-whole.ts';
import { askNorthfield, call, claim, deskTab, patronTab, signIn } from './tools/people.ts';
import { textsIn } from './tools/stream.ts';
import { temporaryHome } from './tools/temporary-home.ts';

/**
 * Without a bus between them, one process does not tell the other what moved: clients find it out when
 * they connect again or ask. What is stored is whole all the same.
 */
const home = temporaryHome();
const connection = await testDatabase();
const env = { DATABASE_URL: urlOf(connection), CARREL_KEY: randomBytes(32).toString('base64') };
// Browsers know one address, behind which both stand.
const first = await startCarrel({ dataFolder: path.join(home, 'first'), env });
const second = await startCarrel({
  dataFolder: path.join(home, 'second'),
  env: { ...env, PUBLIC_URL: first.origin },
});
const atFirst = { port: first.port, origin: first.origin };
const atSecond = { port: second.port, origin: first.origin };
const sadie = await signIn(atFirst, 'northfield-sadie-p');
const marcus = await signIn(atSecond, 'northfield-marcus-l');
const priya = await signIn(atSecond, 'northfield-priya-n');

describe('two processes on one database', () => {
  it('number one chat without a gap, the patron at one and the operator at the other', async () => {
    const chat = await askNorthfield(atFirst, 'Who keeps my place in the line?');
    expect(await claim(atSecond, sadie, chat.chatId)).toBe(200);
    const patron = patronTab(() => first.port, chat);
    const operator = deskTab({ ...atSecond, port: () => second.port }, sadie, [chat.chatId]);
    await patron.until('the patron is there', patron.isLive);
    await operator.until('the operator is there', operator.isLive);

    for (let n = 0; n < 40; n += 1) {
      patron.say(chat.chatId, `Patron ${n}`);
      operator.say(chat.chatId, `Operator ${n}`);
    }
    await patron.settled();
    await operator.settled();
    await patron.reconnect();
    await operator.reconnect();

    await expectWhole(connection, { chatId: chat.chatId, patron, operator });
    expect(textsIn(patron.stream(chat.chatId))).toHaveLength(81);
    patron.stop();
    operator.stop();
  });

  it('take one message sent to both at once for one', async () => {
    const chat = await askNorthfield(atFirst, 'Do you hear me twice?');
    const headers = { authorization: `Bearer ${chat.token}` };
    const path = `/chats/${chat.chatId}/messages`;
    for (let n = 0; n < 20; n += 1) {
      const body = { clientId: crypto.randomUUID(), text: `Twice ${n}` };
      const answers = await Promise.all(
        [atFirst, atSecond].map((address) => call(address, 'POST', path, headers, body)),
      );
      const numbers = await Promise.all(answers.map((answer) => answer.json()));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
      expect(numbers[0]).toEqual(numbers[1]);
    }
  });

  it('give a chat that is claimed at both at once one owner', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { chatId } = await askNorthfield(atSecond, `Whose am I? ${n}`);

      const statuses = await Promise.all([
        claim(atFirst, marcus, chatId),
        claim(atSecond, priya, chatId),
        claim(atFirst, priya, chatId),
        claim(atSecond, marcus, chatId),
      ]);

      // The winner's second claim changes nothing; both of the other's are refused.
      expect([...statuses].sort()).toEqual([200, 200, 409, 409]);
      expect(statuses[0]).toBe(statuses[3]);
      expect(statuses[1]).toBe(statuses[2]);
    }
  });
});

it('an operator at one process is there for the other, and gone when that one is killed', async () => {
  const widget = `/widgets/${LIBRARIES[0]?.widgetId}/availability`;
  const online = async () => (await (await call(atSecond, 'GET', widget, {})).json()).online;
  const chat = await askNorthfield(atFirst, 'Are you still there?');
  const { chatId } = chat;
  expect(await claim(atFirst, sadie, chatId)).toBe(200);
  let port = first.port;
  const patron = patronTab(() => port, chat);
  const operator = deskTab({ ...atFirst, port: () => first.port }, sadie, [chatId]);
  await operator.until('the operator is there', operator.isLive);
  await patron.until('the patron is there', patron.isLive);
  operator.say(chatId, 'I am here');
  await operator.settled();
  await vi.waitFor(async () => expect(await online()).toBe(true), { timeout: 10_000 });

  first.kill('SIGKILL');
  await first.exited;
  operator.stop();
  port = second.port;
  expect(await claim(atSecond, marcus, chatId)).toBe(409);
  // What a minute of silence does.
  await ask(
    connection,
    "update operator_leases set expires_at = expires_at - interval '1 minute'",
    [],
  );
  await ask(connection, "update chats set claimed_at = claimed_at - interval '1 minute'", []);

  await vi.waitFor(async () => expect(await claim(atSecond, marcus, chatId)).toBe(200), {
    timeout: 60_000,
    interval: 500,
  });
  const owners = () =>
    patron
      .stream(chatId)
      .events()
      .flatMap(({ kind }) => (kind === 'claimed' || kind === 'returned' ? [kind] : []));
  await patron.until('the patron is told', () => owners().length === 3);
  expect(owners()).toEqual(['claimed', 'returned', 'claimed']);
  expect(await online()).toBe(false);
  patron.stop();
});

afterAll(async () => {
  second.kill('SIGTERM');
  await second.exited;
});
