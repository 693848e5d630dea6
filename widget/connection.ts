import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { CLOSE } from './limits.ts';
import type { OpenTransport, Transport } from './transport/transport.ts';

/** `lost`: being healed by itself. `ended`: the token does not hold, and nothing more is tried. */
export type Link = 'connecting' | 'live' | 'lost' | 'ended';

export interface Connection {
  /** Said now or not at all: what must arrive waits in the outbox. */
  send(frame: ClientFrame): void;
  /** The tab is looked at again; it may have slept through the end of its connection. */
  wake(): void;
  goOffline(): void;
  goOnline(): void;
  stop(): void;
}

export interface ConnectionOptions {
  /** Ways to the server in the order of preference. */
  socket: OpenTransport;
  poll: OpenTransport;
  onFrame(frame: ServerFrame): void;
  onLink(link: Link): void;
  /** From 0 to below 1: spreads the return of many patrons after an outage. */
  random(): number;
}

/** Failures in a row before plain HTTP gets every second try. */
const SOCKET_TRIES = 3;
/** Milliseconds: the first retry, the longest pause, the pause asked for by CLOSE.tooMany. */
const PAUSE = { first: 300, longest: 20_000, tooMany: 8_000 } as const;
/** Milliseconds within which a woken connection must say something. */
const WAKE_PATIENCE = 3_000;

/** Keeps one patron connected until stopped: reconnects, watches for silence, falls back to polling. */
export function keepConnected(options: ConnectionOptions): Connection {
  const { onFrame, random } = options;
  let transport: Transport | null = null;
  let link: Link = 'connecting';
  let failures = 0;
  let offline = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Link) => {
    if (link === next) return;
    link = next;
    options.onLink(next);
  };

  const drop = () => {
    clearTimeout(retryTimer);
    clearTimeout(silenceTimer);
    transport?.close();
    transport = null;
  };

  const expectFrameWithin = (milliseconds: number) => {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => lose(0), milliseconds);
  };

  const open = () => {
    drop();
    const way = isPollsTurn(failures) ? options.poll : options.socket;
    const opened: Transport = way({
      onFrame(frame) {
        if (transport !== opened) return;
        hear(frame);
        // Until the server's hello, nothing else counts as a sign of life: it may have got lost.
        if (link === 'live' && transport === opened) expectFrameWithin(opened.silence);
      },
      onClose(code) {
        if (transport === opened) close(code);
      },
    });
    transport = opened;
    expectFrameWithin(opened.silence);
  };

  const hear = (frame: ServerFrame) => {
    if (frame.t === 'ping') transport?.send({ t: 'pong' });
    if (frame.t === 'hello_patron') {
      failures = 0;
      show('live');
    }
    onFrame(frame);
  };

  const close = (code: number) => {
    if (code === CLOSE.notSignedIn || code === CLOSE.mayNot) {
      drop();
      show('ended');
      return;
    }
    lose(code);
  };

  const lose = (code: number) => {
    drop();
    show('lost');
    // After `offline` only `online` or a look at the tab brings it back: trying costs a phone its battery.
    if (!offline) retryTimer = setTimeout(open, pauseBefore(code, failures, random()));
    failures += 1;
  };

  const tryNow = () => {
    if (link === 'ended') return;
    failures = 0;
    open();
  };

  open();
  return {
    send: (frame) => transport?.send(frame),
    wake() {
      if (link === 'ended' || offline) return;
      if (link !== 'live') return tryNow();
      if (!transport?.answersPing) return;
      transport.send({ t: 'ping' });
      expectFrameWithin(WAKE_PATIENCE);
    },
    goOffline() {
      if (link === 'ended') return;
      offline = true;
      drop();
      show('lost');
    },
    goOnline() {
      offline = false;
      tryNow();
    },
    stop() {
      drop();
      link = 'ended';
    },
  };
}

/** Sockets first; then turn by turn, so that a socket that works again is found without a reload. */
function isPollsTurn(failures: number): boolean {
  return failures >= SOCKET_TRIES && (failures - SOCKET_TRIES) % 2 === 0;
}

/** Milliseconds to wait: short at first, doubling, half of it by chance. */
export function pauseBefore(code: number, failures: number, chance: number): number {
  if (code === CLOSE.tooMany) return PAUSE.tooMany * (1 + chance);
  const most = Math.min(PAUSE.longest, PAUSE.first * 2 ** failures);
  return most / 2 + (most / 2) * chance;
}
