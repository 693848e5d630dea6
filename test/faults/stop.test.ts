import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../protocol/frames.ts';
import { npmStart, startCarrel } from './tools/carrel-process.ts';
import { holdChat, postgresIsGone, postgresLog } from './tools/embedded-postgres.ts';
import { openReferenceDesk, type ReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const RECOVERY = /automatic recovery|was interrupted|not properly shut down/;
const desks: ReferenceDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.leave();
});

describe('a stop that was asked for', () => {
  it('under load answers what is under way, sends the tabs elsewhere, and ends PostgreSQL last', async () => {
    const desk = await openDesk('under-load');
    const { talks, operator, carrel, dataFolder } = desk;
    for (const { patron, chatId } of talks) {
      for (let n = 0; n < 30; n += 1) patron.say(chatId, `Under load ${n}`);
      for (let n = 0; n < 8; n += 1) operator.say(chatId, `Under load too ${n}`);
    }
    await operator.until('some are stored', () => operator.acknowledged.length > 0);

    carrel.kill('SIGTERM');

    await expect(carrel.exited).resolves.toEqual({ code: 0, signal: null });
    for (const tab of [operator, ...talks.map(({ patron }) => patron)]) {
      expect(tab.closeCodes[0]).toBe(CLOSE.goingAway);
    }
    await postgresIsGone(dataFolder);
    expect(postgresLog(dataFolder).trim()).toMatch(/database system is shut down$/);
    await desk.startAgain();
    await desk.isQuiet();
    await desk.holdsTogether();
    expect(postgresLog(dataFolder)).not.toMatch(RECOVERY);
  });

  it('by Ctrl-C, which arrives twice under npm, waits for the commit under way', async () => {
    const desk = await openDesk('ctrl-c');
    const [talk] = desk.talks as [Talk, ...Talk[]];
    const held = await holdChat(desk.connection, talk.chatId);
    talk.patron.say(talk.chatId, 'One more thing');
    await expect.poll(() => held.waiting()).toHaveLength(1);

    for (let times = 0; times < 2; times += 1) {
      desk.carrel.kill('SIGINT');
      // Each look is a round trip: PostgreSQL goes on for as long as a commit is under way.
      for (let look = 0; look < 200; look += 1) expect(await held.waiting()).toHaveLength(1);
    }
    await held.release();
    await talk.patron.settled();
    expect(talk.patron.acknowledged.map(({ text }) => text)).toEqual(['One more thing']);

    await expect(desk.carrel.exited).resolves.toEqual({ code: 0, signal: null });
    await desk.startAgain();
    await desk.isQuiet();
    await desk.holdsTogether();
    expect(postgresLog(desk.dataFolder)).not.toMatch(RECOVERY);
  });

  it('does not wait for a tab that says nothing to the farewell', async () => {
    const desk = await openDesk('silent');
    const silent = await connectSilently(desk.carrel.port);

    desk.carrel.kill('SIGTERM');

    await expect(desk.carrel.exited).resolves.toEqual({ code: 0, signal: null });
    expect(postgresLog(desk.dataFolder)).not.toMatch(RECOVERY);
    silent.destroy();
  });

  it('of npm reaches Carrel, which stops cleanly', async () => {
    const dataFolder = path.join(home, 'npm-term');
    const npm = await npmStart({ dataFolder });
    await answers(npm.port, true);

    npm.kill('SIGTERM');

    await npm.exited;
    await answers(npm.port, false);
    await postgresIsGone(dataFolder);
    expect(postgresLog(dataFolder).trim()).toMatch(/database system is shut down$/);
  });
});

it('a killed npm takes Carrel with it, which stops cleanly', async () => {
  const dataFolder = path.join(home, 'npm-kill');
  const npm = await npmStart({ dataFolder });

  npm.kill('SIGKILL');

  await npm.exited;
  await answers(npm.port, false);
  await postgresIsGone(dataFolder);
  expect(postgresLog(dataFolder).trim()).toMatch(/database system is shut down$/);
  const again = await startCarrel({ dataFolder });
  expect(postgresLog(dataFolder)).not.toMatch(RECOVERY);
  again.kill('SIGTERM');
  await again.exited;
});

async function openDesk(name: string): Promise<ReferenceDesk> {
  const desk = await openReferenceDesk({ dataFolder: path.join(home, name) }, 2);
  desks.push(desk);
  return desk;
}

/** A socket that is open and reads nothing, not even the farewell. */
async function connectSilently(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    'GET /api/v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await once(socket, 'data');
  socket.pause();
  return socket;
}

async function answers(port: number, expected: boolean): Promise<void> {
  const isThere = () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      () => true,
      () => false,
    );
  await vi.waitFor(async () => expect(await isThere()).toBe(expected), { timeout: 20_000 });
}
