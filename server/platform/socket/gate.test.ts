import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { FRAME_RATE } from '#protocol/limits.ts';
import { buildTestApp, collectLog } from '../http/test-app.ts';
import { RATES } from '../http/traffic.ts';
import { gateOf } from './gate.ts';
import { listenForSockets } from './listen.ts';

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

interface Limited {
  readonly mostPerAddress?: number;
  readonly trustedProxies?: readonly string[];
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function open({ mostPerAddress = 1_000_000, trustedProxies = [] }: Limited) {
  const time = { now: 0 };
  const ticks = () => time.now;
  const { log, lines } = collectLog();
  const app = buildTestApp({ ticks, trustedProxies });
  const { addressOf, limits } = app;
  const gate = gateOf({ addressOf, limits, mostPerAddress, ticks, log });
  const door = async () => {
    return { speaker: 'sam', onFrame: () => undefined, onClose: () => undefined };
  };
  const onError = (error: unknown) => {
    throw error;
  };
  const doors = { staff: door, patron: door };
  const sockets = listenForSockets(app.server, { gate, doors, rate: FRAME_RATE, ticks, onError });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ends.push(
    () => sockets.close(),
    () => app.close(),
  );
  const { port } = app.server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/api/v1/socket`;

  /** The answer to an upgrade that is refused; of one that is let in, 101. */
  async function knock(headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const asking = request({ port, host: '127.0.0.1', path: '/api/v1/socket' });
    for (const [name, value] of Object.entries({ ...UPGRADE, ...headers }))
      asking.setHeader(name, value);
    asking.end();
    return new Promise((resolve, reject) => {
      asking.on('error', reject);
      asking.on('response', (answer) => {
        answer.resume();
        resolve(answer);
      });
      asking.on('upgrade', (answer, stream) => {
        stream.destroy();
        resolve(answer);
      });
    });
  }

  return {
    time,
    lines,
    knock,
    connections: sockets.connections,
    async enters(headers: Record<string, string> = {}): Promise<WebSocket> {
      const client = new WebSocket(url, { headers });
      await once(client, 'open');
      return client;
    },
    /** All that one address may open at once, used up by upgrades that come to nothing. */
    async floods(headers: Record<string, string> = {}): Promise<void> {
      const broken = { ...headers, 'sec-websocket-key': 'broken' };
      for (let left = RATES.socket.burst; left > 0; left -= 100)
        await Promise.all(Array.from({ length: 100 }, () => knock(broken)));
    },
  };
}

test('a flood of upgrades is told when to come again, and heard again then', async () => {
  const { time, floods, knock } = await open({});
  await floods();
  const refused = await knock();
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('1');
  time.now = 1_000;
  expect((await knock()).statusCode).toBe(101);
});

test('behind a trusted proxy each address counts alone; a stranger’s X-Forwarded-For counts for nothing', async () => {
  const flood = async (trustedProxies: string[]) => {
    const { floods, knock } = await open({ trustedProxies });
    await floods({ 'x-forwarded-for': '192.0.2.1' });
    return (await knock({ 'x-forwarded-for': '192.0.2.2' })).statusCode;
  };
  expect(await flood(['127.0.0.1'])).toBe(101);
  expect(await flood([])).toBe(429);
});

test('an address has so many connections open and no more, until one of them is over', async () => {
  const { enters, knock, connections, lines } = await open({ mostPerAddress: 2 });
  const [first] = [await enters(), await enters()];
  const refused = await knock();
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
  expect((await knock()).statusCode).toBe(429);
  // Told once a minute: a flood fills no log.
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ mostPerAddress: 2 }]);

  first?.terminate();
  await expect.poll(connections).toBe(1);
  expect((await knock()).statusCode).toBe(101);
});

test('another address is let in meanwhile, and who only knocked takes no place', async () => {
  const { enters, knock } = await open({ mostPerAddress: 1, trustedProxies: ['127.0.0.1'] });
  for (let n = 0; n < 3; n += 1)
    expect((await knock({ 'sec-websocket-key': 'broken' })).statusCode).toBe(400);
  await enters();
  expect((await knock()).statusCode).toBe(429);
  expect((await knock({ 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(101);
});
