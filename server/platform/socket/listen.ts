import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CLOSE } from '#protocol/frames.ts';
import { FRAME_BYTES, SILENCE_SECONDS } from '#protocol/limits.ts';
import {
  type Connection,
  hasNotGreeted,
  openConnection,
  PING,
  type SocketOptions,
} from './connection.ts';

const SOCKET_PATH = '/api/v1/socket';

export interface Sockets {
  readonly connections: () => number;
  /** To be called every PING_SECONDS: asks who is still there, and ends who was silent for too long. */
  pulse(): void;
  /** Tells every client to reconnect elsewhere, waits for them a moment, and ends the rest. */
  close(): Promise<void>;
}

/** Accepts `WS /api/v1/socket`. The upgrade authenticates nobody: the first frame says who is there. */
export function listenForSockets(server: Server, options: SocketOptions): Sockets {
  const { ticks } = options;
  const connections = new Set<Connection>();
  const listener = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES,
    clientTracking: false,
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = request.url?.split('?', 1)[0];
    if (path !== SOCKET_PATH) {
      refuse(stream);
      return;
    }
    listener.handleUpgrade(request, stream, head, (socket) => {
      const { cookie, origin } = request.headers;
      const visitor = { cookie, origin };
      connections.add(
        openConnection({ socket, stream }, visitor, options, (gone) => connections.delete(gone)),
      );
    });
  });

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
      for (const { peer } of connections) peer.close(CLOSE.goingAway, 'restarting');
      await untilEmpty(connections, 2_000);
      for (const { socket } of connections) socket.terminate();
    },
  };
}

/**
 * At an upgrade Node lets go of the connection: from here on nobody else hears its errors, and one
 * that nobody hears ends the process; nor would anybody end it for a client that stays.
 */
function refuse(stream: Duplex): void {
  stream.on('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

async function untilEmpty(set: ReadonlySet<unknown>, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (set.size > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
