import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE, type TalkFrame } from '#protocol/frames.ts';
import { FRAME_RATE } from '#protocol/limits.ts';
import { listenForSockets } from './listen.ts';
import type { Peer } from './peer.ts';

const heard: TalkFrame[] = [];
let left = Promise.withResolvers<void>();
let greeted = Promise.withResolvers<Peer>();

const server = createServer();
const door = async (peer: Peer) => {
  greeted.resolve(peer);
  return {
    speaker: 'sam',
    onFrame: (frame: TalkFrame) => void heard.push(frame),
    onClose: () => left.resolve(),
  };
};
const sockets = listenForSockets(server, {
  doors: { staff: door, patron: door },
  gate: { judge: () => '192.0.2.7', enter: () => undefined, leave: () => undefined },
  rate: FRAME_RATE,
  ticks: () => performance.now(),
  onError: (error) => {
    throw error;
  },
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

afterAll(async () => {
  await sockets.close();
  server.close();
});

/** Asks for a socket elsewhere; answers the server's end of the connection too. */
async function upgradeElsewhere() {
  const upgraded = once(server, 'upgrade') as Promise<[unknown, Duplex]>;
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  client.on('error', () => undefined);
  client.write(
    'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  const [, stream] = await upgraded;
  return { client, stream };
}

/** `once` would listen to errors as well, and so hide that nobody else does. */
function closed(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.on('close', resolve);
  });
}

async function openSocket(): Promise<{ client: WebSocket; peer: Peer }> {
  greeted = Promise.withResolvers();
  left = Promise.withResolvers();
  heard.length = 0;
  const client = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`);
  await once(client, 'open');
  client.send(JSON.stringify({ t: 'hello', as: 'patron', token: 'x', after: 0 }));
  return { client, peer: await greeted.promise };
}

test('who hangs up in the middle of an upgrade that is refused ends nothing but that', async () => {
  const { client, stream } = await upgradeElsewhere();
  client.resetAndDestroy();
  await closed(stream);
  const { client: next } = await openSocket();
  next.close();
  await left.promise;
});

test('who stays after an upgrade that was refused is not kept', async () => {
  const { client, stream } = await upgradeElsewhere();
  await closed(stream);
  expect(stream.destroyed).toBe(true);
  client.destroy();
});

test('a connection that was closed is not heard any more, though it does not take leave', async () => {
  const { client, peer } = await openSocket();
  client.pause();
  peer.close(CLOSE.notSignedIn, 'signed out');
  client.send(JSON.stringify({ t: 'typing', on: true }));
  client.resume();
  await left.promise;
  expect(heard).toEqual([]);
});

test('who comes back while the server goes is not let in again', async () => {
  const { client } = await openSocket();
  const answer = new Promise<{ status: number | undefined; retryAfter: string | undefined }>(
    (resolve) =>
      client.on('close', () => {
        const again = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`);
        again.on('open', () => resolve({ status: 101, retryAfter: undefined }));
        again.on('unexpected-response', (request, response) => {
          resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'] });
          request.destroy();
        });
      }),
  );
  await sockets.close();
  expect(await answer).toEqual({ status: 503, retryAfter: '1' });
  expect(sockets.connections()).toBe(0);
});
