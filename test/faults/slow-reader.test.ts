import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { patronTab } from './tools/people.ts';
import { openRawSocket } from './tools/raw-socket.ts';
import { openReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const desk = await openReferenceDesk({ dataFolder: path.join(home, 'data') }, 2);
const [talk, other] = desk.talks as [Talk, Talk];
afterAll(() => desk.leave());

const MEGABYTE = 1_000_000;

it('a client that never reads is cut off, costs little memory, and holds nobody up', async () => {
  const page = 'a long answer '.repeat(700);
  for (let n = 0; n < 50; n += 1) talk.patron.say(talk.chatId, `${n} ${page}`);
  await talk.patron.settled();
  const connections = await gauge('carrel_socket_connections');
  const memory = await gauge('process_resident_memory_bytes');

  const slow = await openRawSocket(desk.carrel.port);
  slow.send({ t: 'hello', as: 'patron', token: talk.token, after: 0 });
  await slow.take('hello_patron', 1);
  expect(await gauge('carrel_socket_connections')).toBe(connections + 1);
  slow.stopReading();
  // Each of them asks for half a megabyte: far more than all buffers on the way can hold.
  for (let n = 0; n < 55; n += 1) slow.send({ t: 'follow', after: 0 });
  for (let n = 0; n < 20; n += 1) {
    other.patron.say(other.chatId, `Meanwhile ${n}`);
    desk.operator.say(other.chatId, `Meanwhile, too ${n}`);
  }
  await other.patron.settled();
  await desk.operator.settled();

  await vi.waitFor(async () => expect(await gauge('carrel_socket_connections')).toBe(connections), {
    timeout: 20_000,
  });
  expect((await gauge('process_resident_memory_bytes')) - memory).toBeLessThan(150 * MEGABYTE);
  expect(other.patron.closeCodes).toEqual([]);
  expect(desk.operator.closeCodes).toEqual([]);
  slow.close();
});

it('and finds everything when it comes back and reads', async () => {
  const back = patronTab(() => desk.carrel.port, talk);
  await back.until('all is there', () => back.stream(talk.chatId).last() >= 53);
  back.stop();
  await desk.holdsTogether();
});

it('one that reads slowly, but reads, is left alone', async () => {
  const reader = await openRawSocket(desk.carrel.port);
  reader.send({ t: 'hello', as: 'patron', token: talk.token, after: 0 });
  for (let n = 0; n < 20; n += 1) {
    await reader.take('events', 1);
    reader.send({ t: 'follow', after: 0 });
  }
  const clientId = randomUUID();
  reader.send({ t: 'post', clientId, text: 'Still here' });
  expect(await reader.take('ack', 1)).toMatchObject([{ clientId }]);
  reader.close();
});

async function gauge(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${desk.carrel.port}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`There is no ${name} in\n${text}`);
  return Number(value);
}
