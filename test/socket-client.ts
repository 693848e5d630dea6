import { WebSocket } from 'ws';
import { type ServerFrame, serverFrame } from '#protocol/frames.ts';

type FrameName = ServerFrame['t'];
export type FrameOf<Name extends FrameName> = Extract<ServerFrame, { t: Name }>;

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** One connection to the socket, with all that came over it. */
export interface SocketClient {
  /** Every frame but the pings, in order. */
  readonly frames: readonly ServerFrame[];
  /** Resolves when the connection is closed, by whomever. */
  readonly closed: Promise<Closing>;
  send(frame: object | string | Buffer): void;
  /** The first frame, of those already here or still to come, of which `judge` answers something. */
  until<T>(judge: (frame: ServerFrame) => T | undefined): Promise<T>;
  /** The first frame of that name after the `after`th frame; without a number, the first at all. */
  next<Name extends FrameName>(name: Name, after?: number): Promise<FrameOf<Name>>;
  /** Resolves when all that the server had sent before this call is here. */
  settle(): Promise<void>;
  /** The server has just pinged everybody: resolves when it has this one's answer, if there will be one. */
  answersPing(): Promise<void>;
  /** Leaves pings unanswered, as a machine does whose cable was pulled. */
  fallSilent(): void;
  /** Says goodbye; resolves when the server has, too. */
  close(): Promise<void>;
  /** Is gone without a goodbye. */
  terminate(): void;
}

interface Wait {
  /** Whether it is over. */
  readonly look: () => boolean;
  readonly reject: (error: Error) => void;
}

/** Connects; every frame that arrives is held against the protocol. */
export async function connectSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<SocketClient> {
  const socket = new WebSocket(url, { headers });
  const frames: ServerFrame[] = [];
  const waits = new Set<Wait>();
  let pings = 0;
  /** Pings that the server has sent by itself, or owes for ours. */
  let due = 0;
  let silent = false;
  let gone: Closing | undefined;

  const wake = () => {
    for (const wait of waits) if (wait.look()) waits.delete(wait);
  };
  const wait = (look: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      if (look()) return resolve();
      if (gone) return reject(new Error(`The connection is closed: ${gone.code} ${gone.reason}`));
      const over = () => {
        if (!look()) return false;
        resolve();
        return true;
      };
      waits.add({ look: over, reject });
    });

  socket.on('message', (data: Buffer) => {
    const frame = serverFrame.parse(JSON.parse(data.toString('utf8')));
    if (frame.t === 'ping') {
      pings += 1;
      if (!silent) socket.send('{"t":"pong"}');
    } else frames.push(frame);
    wake();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<Closing>((resolve) => {
    socket.on('close', (code, reason) => {
      gone = { code, reason: reason.toString() };
      const seen = frames.map(({ t }) => t).join(', ');
      for (const { reject } of waits)
        reject(new Error(`Closed with ${code} ${reason} while waiting; there came: ${seen}`));
      resolve(gone);
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });

  const client: SocketClient = {
    frames,
    closed,
    send: (frame) =>
      socket.send(
        typeof frame === 'string' || frame instanceof Buffer ? frame : JSON.stringify(frame),
      ),
    async until<T>(judge: (frame: ServerFrame) => T | undefined): Promise<T> {
      let found: T | undefined;
      let looked = 0;
      await wait(() => {
        while (found === undefined && looked < frames.length) {
          const frame = frames[looked++];
          if (frame) found = judge(frame);
        }
        return found !== undefined;
      });
      return found as T;
    },
    async next<Name extends FrameName>(name: Name, after = 0): Promise<FrameOf<Name>> {
      const isIt = (frame: ServerFrame): frame is FrameOf<Name> => frame.t === name;
      await wait(() => frames.slice(after).some(isIt));
      return frames.slice(after).find(isIt) as FrameOf<Name>;
    },
    async settle() {
      due += 1;
      const mine = due;
      socket.send('{"t":"ping"}');
      await wait(() => pings >= mine);
    },
    async answersPing() {
      due += 1;
      const pulse = due;
      if (silent || gone) return;
      try {
        await wait(() => pings >= pulse);
        await client.settle();
      } catch (error) {
        // Whom the server shows out instead of pinging learns of it only now.
        if (!gone) throw error;
      }
    },
    fallSilent() {
      silent = true;
    },
    async close() {
      socket.close();
      await closed;
    },
    terminate: () => socket.terminate(),
  };
  return client;
}
