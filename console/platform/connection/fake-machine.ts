import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import type { LoopEnvironment, LoopSocket } from './socket-loop.ts';

/** A socket that a test holds the other end of. */
export interface FakeSocket extends LoopSocket {
  readonly sent: ClientFrame[];
  isClosed: boolean;
}

export interface FakeMachine {
  readonly environment: LoopEnvironment;
  readonly sockets: FakeSocket[];
  /** The newest socket; throws when none was opened. */
  readonly socket: () => FakeSocket;
  readonly open: () => void;
  readonly deliver: (...frames: readonly ServerFrame[]) => void;
  readonly close: (code: number) => void;
  /** Lets time pass and its timers run, in order. */
  readonly pass: (milliseconds: number) => void;
}

/** A machine whose clock stands until the test moves it. */
export function fakeMachine(random: number): FakeMachine {
  let now = 1_000_000;
  let lastTimer = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();
  const sockets: FakeSocket[] = [];

  function openSocket(): FakeSocket {
    const socket: FakeSocket = {
      sent: [],
      isClosed: false,
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (text) => socket.sent.push(JSON.parse(text) as ClientFrame),
      close: () => {
        socket.isClosed = true;
      },
    };
    sockets.push(socket);
    return socket;
  }

  function newest(): FakeSocket {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  }

  return {
    environment: {
      openSocket,
      now: () => now,
      random: () => random,
      setTimer(callback, milliseconds) {
        lastTimer += 1;
        timers.set(lastTimer, { at: now + milliseconds, callback });
        return lastTimer;
      },
      clearTimer: (timer) => timers.delete(timer),
    },
    sockets,
    socket: newest,
    open: () => newest().onopen?.(),
    deliver(...frames) {
      for (const frame of frames) newest().onmessage?.({ data: JSON.stringify(frame) });
    },
    close: (code) => newest().onclose?.({ code }),
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [due] = [...timers]
          .filter(([, { at }]) => at <= end)
          .sort(([, a], [, b]) => a.at - b.at);
        if (due === undefined) break;
        const [timer, { at, callback }] = due;
        timers.delete(timer);
        now = at;
        callback();
      }
      now = end;
    },
  };
}
