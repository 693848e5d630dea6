// Patrons who keep a chat open and say nothing: one connection each, let in by its token.
import type { WebSocket } from 'ws';
import type { ServerFrame } from '../../protocol/frames.ts';
import { obey } from '../processes/obey.ts';
import { openSocket } from './open-socket.ts';

export interface IdlePatronOrders {
  connect(details: { port: number; tokens: readonly string[] }): Promise<void>;
  leave(details: null): Promise<void>;
}

/** Connections under way at a time. */
const AT_ONCE = 50;
const PONG = JSON.stringify({ t: 'pong' });
const sockets: WebSocket[] = [];

obey<IdlePatronOrders>({
  async connect({ port, tokens }) {
    const waiting = [...tokens];
    const connectSome = async () => {
      for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
        sockets.push(await sayHello(port, token, addressOf(waiting.length)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, connectSome));
  },
  async leave() {
    const left = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.close();
    await Promise.all(left);
    sockets.length = 0;
  },
});

/** Patrons come from everywhere: from one address so many at once would be taken for a flood. */
function addressOf(patron: number): string {
  return `10.${patron >> 16}.${(patron >> 8) & 255}.${patron & 255}`;
}

/** Resolves when the chat's events are there, which is when a patron's page has nothing more to wait for. */
async function sayHello(port: number, token: string, address: string): Promise<WebSocket> {
  const socket = await openSocket(`ws://127.0.0.1:${port}/api/v1/socket`, {
    'x-forwarded-for': address,
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ServerFrame;
      if (frame.t === 'ping') socket.send(PONG);
      else if (frame.t === 'events') resolve();
      else if (frame.t === 'error') reject(new Error(`Carrel let a patron out: ${frame.detail}`));
    });
    socket.on('close', (code) =>
      reject(new Error(`Carrel closed a connection with code ${code}.`)),
    );
    socket.send(JSON.stringify({ t: 'hello', as: 'patron', token, after: 0 }));
  });
  return socket;
}
