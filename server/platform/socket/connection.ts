import type { Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { z } from 'zod';
import { CLOSE, type patronHello, type staffHello, type TalkFrame } from '#protocol/frames.ts';
import { HELLO_SECONDS } from '#protocol/limits.ts';
import type { ProblemCode } from '#protocol/problems.ts';
import type { Buckets } from '../http/buckets.ts';
import { newId } from '../ids.ts';
import { ProblemError } from '../problem.ts';
import { type Peer, peerOf } from './peer.ts';
import { readFrame } from './read-frame.ts';

/** What a connection is once its `hello` was accepted. */
export interface Session {
  /** The chat or the account that speaks: its connections together may send so many frames. */
  readonly speaker: string;
  /** Never throws for what a client did; answers by frames of the peer. */
  onFrame(frame: TalkFrame): void;
  onClose(): void;
}

/** Headers of the upgrade that a door may need; the request itself is let go of. */
export interface Visitor {
  readonly cookie: string | undefined;
  readonly origin: string | undefined;
}

/** Who lets in; throws a problem to turn away. */
export interface Doors {
  staff(peer: Peer, hello: z.infer<typeof staffHello>, visitor: Visitor): Promise<Session>;
  patron(peer: Peer, hello: z.infer<typeof patronHello>, visitor: Visitor): Promise<Session>;
}

export interface FrameRate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface ConnectionOptions {
  readonly doors: Doors;
  /** Of one connection. */
  readonly rate: FrameRate;
  /** Of all connections of one speaker. */
  readonly speakers: Pick<Buckets, 'take'>;
  /** Milliseconds that never run backwards. */
  readonly ticks: () => number;
  readonly onError: (error: unknown) => void;
}

/** State of one connection. Kept small: thousands of patrons sit idle. */
export interface Connection {
  readonly socket: WebSocket;
  /** What it counts for at the gate. */
  readonly network: string;
  readonly peer: Peer;
  /** Until the hello. */
  visitor: (Visitor & { readonly since: number }) | undefined;
  session: Session | undefined;
  /** The hello is being judged; frames wait. */
  backlog: TalkFrame[] | undefined;
  tokens: number;
  tokensAt: number;
  heardAt: number;
}

export const PING = JSON.stringify({ t: 'ping' });

/** Listens to a connection that was just accepted; `forget` is called once when it is over. */
export function openConnection(
  { socket, stream, network }: { socket: WebSocket; stream: Writable; network: string },
  visitor: Visitor,
  options: ConnectionOptions,
  forget: (connection: Connection) => void,
): Connection {
  const { ticks } = options;
  const now = ticks();
  const connection: Connection = {
    socket,
    network,
    peer: peerOf(newId(), {
      socket,
      stream,
      silentFor: () => ticks() - connection.heardAt,
      onTooSlow: () => cutOff(connection),
    }),
    visitor: { ...visitor, since: now },
    session: undefined,
    backlog: undefined,
    tokens: options.rate.burst,
    tokensAt: now,
    heardAt: now,
  };
  socket.on('message', (data, isBinary) => hear(options, connection, data, isBinary));
  socket.on('close', () => {
    forget(connection);
    connection.session?.onClose();
    connection.session = undefined;
  });
  socket.on('error', ignoreBecauseCloseFollows);
  return connection;
}

function cutOff({ socket }: Connection): void {
  socket.close(CLOSE.tooSlow, 'too slow');
  socket.terminate();
}

function hear(
  options: ConnectionOptions,
  connection: Connection,
  data: RawData,
  isBinary: boolean,
): void {
  const { peer, socket } = connection;
  // Closed from this end, and the other does not take leave: what it still says is nobody's any more.
  if (socket.readyState !== socket.OPEN) return;
  connection.heardAt = options.ticks();
  if (!takeToken(connection, options.rate)) {
    peer.close(CLOSE.tooMany, 'too many frames');
    return;
  }
  if (isBinary) {
    peer.send({ t: 'error', code: 'malformed', detail: 'Frames are text, not binary.' });
    return;
  }
  // `data` is one Buffer: ws gathers the fragments unless told otherwise.
  const read = readFrame((data as Buffer).toString('utf8'));
  if ('answer' in read) {
    peer.send(read.answer);
    return;
  }
  const { frame } = read;
  if (frame.t === 'hello') greet(options, connection, frame);
  else if (frame.t === 'ping') peer.sendText(PING);
  else if (frame.t !== 'pong') talk(options, connection, frame);
}

function talk({ speakers }: ConnectionOptions, connection: Connection, frame: TalkFrame): void {
  if (connection.session) say(speakers, connection, connection.session, frame);
  else if (connection.backlog) connection.backlog.push(frame);
  else connection.peer.close(CLOSE.noHello, 'say hello first');
}

/** However many connections somebody opens, they are heard no faster for it. */
function say(
  speakers: ConnectionOptions['speakers'],
  { peer }: Connection,
  session: Session,
  frame: TalkFrame,
): void {
  if (speakers.take(session.speaker) === 0) session.onFrame(frame);
  else peer.close(CLOSE.tooMany, 'too many frames');
}

function greet(
  options: ConnectionOptions,
  connection: Connection,
  hello: z.infer<typeof staffHello> | z.infer<typeof patronHello>,
): void {
  const { doors, onError, speakers } = options;
  const { visitor, peer } = connection;
  if (!visitor) {
    peer.send({ t: 'error', code: 'malformed', detail: 'The hello was said before.' });
    return;
  }
  connection.visitor = undefined;
  connection.backlog = [];
  const door =
    hello.as === 'staff' ? doors.staff(peer, hello, visitor) : doors.patron(peer, hello, visitor);
  door.then(
    (session) => letIn(speakers, connection, session),
    (error) => turnAway(connection, error, onError),
  );
}

function letIn(
  speakers: ConnectionOptions['speakers'],
  connection: Connection,
  session: Session,
): void {
  if (connection.socket.readyState !== connection.socket.OPEN) {
    session.onClose();
    return;
  }
  connection.session = session;
  const backlog = connection.backlog ?? [];
  connection.backlog = undefined;
  for (const frame of backlog) say(speakers, connection, session, frame);
}

/** What a client could not change by signing in again. */
const CLOSE_CODES: Partial<Record<ProblemCode, number>> = {
  no_chat_access: CLOSE.mayNot,
  foreign_origin: CLOSE.mayNot,
  second_factor_required: CLOSE.mayNot,
  too_many_requests: CLOSE.tooMany,
};

function turnAway({ peer }: Connection, error: unknown, onError: (error: unknown) => void): void {
  if (!(error instanceof ProblemError)) {
    onError(error);
    peer.close(1011, 'try again');
    return;
  }
  peer.send({ t: 'error', code: error.code, detail: error.detail });
  peer.close(CLOSE_CODES[error.code] ?? CLOSE.notSignedIn, error.code);
}

/** Whatever else it sends: a connection that answers every ping is no reason to keep it. */
export function hasNotGreeted({ visitor }: Connection, now: number): boolean {
  return visitor !== undefined && now - visitor.since > HELLO_SECONDS * 1_000;
}

function takeToken(connection: Connection, rate: FrameRate): boolean {
  const passed = (connection.heardAt - connection.tokensAt) / 1_000;
  connection.tokens = Math.min(rate.burst, connection.tokens + passed * rate.perSecond) - 1;
  connection.tokensAt = connection.heardAt;
  return connection.tokens >= 0;
}

/** A broken frame or a reset connection: ws emits `close` after it, with the code. */
function ignoreBecauseCloseFollows(): void {
  return;
}
