import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '../../../protocol/frames.ts';

/** A connection without any rules of its own, for frames that no real client would send. */
export interface RawSocket {
  send(frame: ClientFrame): void;
  /** The next `count` frames of a kind that were not taken yet; waits for them. */
  take<Kind extends ServerFrame['t']>(
    kind: Kind,
    count: number,
  ): Promise<Extract<ServerFrame, { t: Kind }>[]>;
  /** From here on it reads nothing, and the system's buffers fill up. */
  stopReading(): void;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  close(): void;
}

const PATIENCE_MS = 20_000;

export async function openRawSocket(port: number): Promise<RawSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`);
  const waiting: ServerFrame[] = [];
  const watchers = new Set<() => void>();
  socket.on('message', (data) => {
    waiting.push(JSON.parse(String(data)) as ServerFrame);
    for (const look of watchers) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await once(socket, 'open');

  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    take(kind, count) {
      type Wanted = Extract<ServerFrame, { t: typeof kind }>;
      const isWanted = (frame: ServerFrame): frame is Wanted => frame.t === kind;
      const { promise, resolve, reject } = Promise.withResolvers<Wanted[]>();
      const look = () => {
        const found = waiting.filter(isWanted).slice(0, count);
        if (found.length < count) return;
        for (const frame of found) waiting.splice(waiting.indexOf(frame), 1);
        resolve(found);
      };
      const patience = setTimeout(
        () =>
          reject(new Error(`No ${count} ${kind} among ${JSON.stringify(waiting).slice(0, 500)}`)),
        PATIENCE_MS,
      );
      watchers.add(look);
      look();
      return promise.finally(() => {
        clearTimeout(patience);
        watchers.delete(look);
      });
    },
    stopReading: () => socket.pause(),
    closed,
    close: () => socket.terminate(),
  };
}
