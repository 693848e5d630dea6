import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { connectSocket, type SocketClient } from './socket-client.ts';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => void server.close());

/** A client, and the server's end of its connection. */
async function meet(): Promise<[SocketClient, WebSocket]> {
  const [client, [peer]] = await Promise.all([
    connectSocket(`ws://127.0.0.1:${port}`, {}),
    once(server, 'connection'),
  ]);
  return [client, peer];
}

test('whom the server shows out at a ping, nobody waits for', async () => {
  const [client, peer] = await meet();
  const answered = client.answersPing();
  peer.close(4400, 'say hello first');
  await answered;
  expect(await client.closed).toEqual({ code: 4400, reason: 'say hello first' });
});

test('who waits for a frame hears that the connection is over instead', async () => {
  const [client, peer] = await meet();
  const waiting = expect(client.next('desk')).rejects.toThrow('Closed with 4400');
  peer.close(4400);
  await waiting;
});
