import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CLOSE } from '#protocol/frames.ts';
import { FRAME_BYTES, SILENCE_SECONDS } from '#protocol/limits.ts';
import { createBuckets } from '../http/buckets.ts';
import { ProblemError } from '../problem.ts';
import {
  type Connection,
  type ConnectionOptions,
  hasNotGreeted,
  openConnection,
  PING,
} from './connection.ts';
import type { Gate } from './gate.ts';

const SOCKET_PATH = '/api/v1/socket';
/**
 * What the connections of one chat or account may say at once, in bursts of one connection: a desk on
 * twenty pages that come back together and follow six chats each stays far below.
 */
const SPEAKER_BURSTS = 5;

export interface SocketOptions extends Omit<ConnectionOptions, 'speakers'> {
  readonly gate: Gate;
}

export interface Sockets {
  readonly connections: () => number;
  /** To be called every PING_SECONDS: asks who is still there, and ends who was silent for too long. */
  pulse(): void;
  /** Tells every client to reconnect elsewhere, waits for them a moment, and ends the rest. */
  close(): Promise<void>;
}

/** Accepts `WS /api/v1/socket`. The upgrade authenticates nobody: the first frame says who is there. */
export function listenForSockets(server: Server, options: SocketOptions): Sockets {
  const { ticks, rate, gate } = options;
  const speakers = createBuckets({ ...rate, burst: rate.burst * SPEAKER_BURSTS }, ticks);
  const ofConnections: ConnectionOptions = { ...options, speakers };
  const connections = new Set<Connection>();
  let isClosing = false;
  const listener = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES,
    clientTracking: false,
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = request.url?.split('?', 1)[0];
    if (path !== SOCKET_PATH) {
      refuse(stream, '404 Not Found', {});
      return;
    }
    if (isClosing) {
      refuse(stream, '503 Service Unavailable', { 'retry-after': '1' });
      return;
    }
    const network = judge(gate, request, stream);
    if (network === null) return;
    listener.handleUpgrade(request, stream, head, (socket) => {
      const { cookie, origin } = request.headers;
      gate.enter(network);
      connections.add(
        openConnection({ socket, stream, network }, { cookie, origin }, ofConnections, forget),
      );
    });
  });

  function forget(connection: Connection): void {
    connections.delete(connection);
    gate.leave(connection.network);
  }

  function pulse(): void {
    const now = ticks();
    for (const connection of connections) {
      const silent = now - connection.heardAt;
      if (silent > SILENCE_SECONDS * 1_000) connection.socket.terminate();
      else if (hasNotGreeted(connection, now)) {
        connection.peer.close(CLOSE.noHello, 'say hello first');
      } else connection.peer.sendText(PING);
    }
  }

  return {
    connections: () => connections.size,
    pulse,
    async close() {
      // Desks are back within a second, and what they begin then nobody waits for.
      isClosing = true;
      for (const { peer } of connections) peer.close(CLOSE.goingAway, 'restarting');
      await untilEmpty(connections, 2_000);
      for (const { socket } of connections) socket.terminate();
      await untilEmpty(connections, 1_000);
    },
  };
}

/** The network that it counts for; null when it was sent away. */
function judge(gate: Gate, request: IncomingMessage, stream: Duplex): string | null {
  try {
    return gate.judge(request);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    refuse(stream, '429 Too Many Requests', error.headers);
    return null;
  }
}

/**
 * At an upgrade Node lets go of the connection: from here on nobody else hears its errors, and one
 * that nobody hears ends the process; nor would anybody end it for a client that stays.
 */
function refuse(stream: Duplex, status: string, headers: Readonly<Record<string, string>>): void {
  stream.on('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' });
  const written = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  stream.end(`HTTP/1.1 ${status}\r\n${written}\r\n`);
}

async function untilEmpty(set: ReadonlySet<unknown>, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (set.size > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
