import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { pauseBefore } from './backoff.ts';
import type { CloseMeaning } from './close-meaning.ts';
import { meaningOfClose } from './close-meaning.ts';
import type { Link } from './connection-state.ts';

/**
 * The one place that opens, watches and replaces the socket. Everything else sees frames and a
 * `Link`. Times are milliseconds; those of a hidden tab are slowed by the browser, so each deadline
 * is armed anew by what arrives, and a wake (`probe`) asks at once instead of waiting for them.
 */

/** From opening a socket to the server's `welcome`. */
const WELCOME_WITHIN = 8_000;
/** The server pings every 5 s: two missed and a little. */
const SILENCE = 12_000;
/** After a post or a follow, for any sign of life: longer than between two pings, so that a busy server is no dead one. */
const ANSWER_WITHIN = 6_000;
/** A connection that lived this long counts as a success; a shorter one keeps the pauses growing. */
const LASTING = 10_000;

/** What the loop needs of the machine: a test gives it its own. */
export interface LoopEnvironment {
  readonly openSocket: () => LoopSocket;
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
}

/** The part of a browser's WebSocket that the loop uses. */
export interface LoopSocket {
  onopen: (() => void) | null;
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  onclose: ((closing: { readonly code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LoopListeners {
  readonly hello: () => ClientFrame;
  /** Null where the text is no frame that this version knows. */
  readonly parseFrame: (text: unknown) => ServerFrame | null;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onLink: (link: Link) => void;
}

export interface SocketLoop {
  /** False when there is no connection: nothing was sent. */
  send(frame: ClientFrame): boolean;
  /** "Are you there?" A connection that stays silent that long is replaced. While waiting for the next try: try now. */
  probe(withinMilliseconds: number): void;
  stop(): void;
}

export function runSocketLoop(environment: LoopEnvironment, listeners: LoopListeners): SocketLoop {
  let socket: LoopSocket | null = null;
  let welcomedAt: number | null = null;
  let failures = 0;
  let stopped = false;
  let retryTimer: number | null = null;
  let deadline: { timer: number; at: number } | null = null;

  function connect(): void {
    retryTimer = null;
    const opened = environment.openSocket();
    socket = opened;
    welcomedAt = null;
    expectLife(WELCOME_WITHIN);
    opened.onopen = () => opened.send(JSON.stringify(listeners.hello()));
    opened.onmessage = ({ data }) => receive(data);
    opened.onclose = ({ code }) => lose(meaningOfClose(code));
  }

  function receive(data: unknown): void {
    const frame = listeners.parseFrame(data);
    if (frame?.t === 'welcome') {
      welcomedAt = environment.now();
    }
    if (welcomedAt !== null) {
      clearDeadline();
      expectLife(SILENCE);
    }
    if (frame === null) {
      return;
    }
    if (frame.t === 'ping') {
      socket?.send(JSON.stringify({ t: 'pong' } satisfies ClientFrame));
    }
    if (frame.t === 'welcome') {
      listeners.onLink('open');
    }
    listeners.onFrame(frame);
  }

  /** Silence up to then means a dead connection, whatever the browser believes. An earlier deadline stays. */
  function expectLife(within: number): void {
    const at = environment.now() + within;
    if (deadline !== null && deadline.at <= at) {
      return;
    }
    clearDeadline();
    deadline = { at, timer: environment.setTimer(() => lose('again'), within) };
  }

  function clearDeadline(): void {
    if (deadline !== null) {
      environment.clearTimer(deadline.timer);
      deadline = null;
    }
  }

  function lose(meaning: CloseMeaning): void {
    discardSocket();
    const lasted = welcomedAt !== null && environment.now() - welcomedAt >= LASTING;
    welcomedAt = null;
    if (stopped) {
      return;
    }
    if (meaning === 'signed_out' || meaning === 'forbidden') {
      stopped = true;
      listeners.onLink(meaning);
      return;
    }
    listeners.onLink('lost');
    failures = lasted ? 0 : failures;
    const pause = pauseBefore(failures, meaning, environment.random());
    failures += 1;
    retryTimer = environment.setTimer(connect, pause);
  }

  /** A dead socket's own `close` may come a minute later: it must find nobody listening. */
  function discardSocket(): void {
    clearDeadline();
    const dead = socket;
    socket = null;
    if (dead === null) {
      return;
    }
    dead.onopen = null;
    dead.onmessage = null;
    dead.onclose = null;
    dead.close();
  }

  function send(frame: ClientFrame): boolean {
    if (socket === null || welcomedAt === null) {
      return false;
    }
    socket.send(JSON.stringify(frame));
    if (frame.t === 'post' || frame.t === 'follow') {
      expectLife(ANSWER_WITHIN);
    }
    return true;
  }

  function probe(withinMilliseconds: number): void {
    if (stopped) {
      return;
    }
    if (retryTimer !== null) {
      environment.clearTimer(retryTimer);
      connect();
      return;
    }
    const asked = send({ t: 'ping' });
    expectLife(asked ? withinMilliseconds : ANSWER_WITHIN);
  }

  function stop(): void {
    stopped = true;
    if (retryTimer !== null) {
      environment.clearTimer(retryTimer);
      retryTimer = null;
    }
    discardSocket();
  }

  connect();
  return { send, probe, stop };
}
