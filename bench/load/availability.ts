// Asks for one widget's availability over kept-open connections, one question at a time on each.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { obey } from '../processes/obey.ts';

export interface AvailabilityOrders {
  connect(details: { port: number; path: string; connections: number }): Promise<void>;
  /** Answers per second. */
  round(details: { seconds: number }): Promise<number>;
}

/** Ends the head of an answer; its body is shorter than a packet, so that it comes in the same piece. */
const OK = Buffer.from('HTTP/1.1 200 ');

const sockets: Socket[] = [];
let question: Buffer;
let answered = 0;
let asking = false;

obey<AvailabilityOrders>({
  async connect({ port, path, connections }) {
    question = Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: https://library.example\r\n\r\n`,
    );
    for (let n = 0; n < connections; n++) sockets.push(await open(port, n));
  },
  async round({ seconds }) {
    const begun = performance.now();
    answered = 0;
    asking = true;
    for (const socket of sockets) socket.write(question);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    asking = false;
    const perSecond = answered / ((performance.now() - begun) / 1_000);
    // The last answers, so that the next round begins with a free line.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return perSecond;
  },
});

/** Each from an address of its own: a single one may ask only so often. */
async function open(port: number, n: number): Promise<Socket> {
  const socket: Socket = connect({
    host: '127.0.0.1',
    port,
    localAddress: `127.0.1.${n + 1}`,
    noDelay: true,
    onread: { buffer: Buffer.alloc(4_096), callback: (size, data) => hear(socket, size, data) },
  });
  await once(socket, 'connect');
  return socket;
}

function hear(socket: Socket, size: number, data: Uint8Array): boolean {
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(size, OK.length));
  if (!head.equals(OK)) throw new Error(`Carrel answered: ${Buffer.from(data.subarray(0, size))}`);
  answered += 1;
  if (asking) socket.write(question);
  return true;
}
