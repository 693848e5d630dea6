import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '../../../protocol/frames.ts';
import { openStream, type Stream } from './stream.ts';

/** What differs between a patron's tab and an operator's. */
export interface Line {
  /** Port of the process, or of the proxy before it; asked at each connect. */
  port(): number;
  readonly headers: Readonly<Record<string, string>>;
  /** First frame, and what comes back when it was accepted. */
  hello(): ClientFrame;
  readonly welcome: ServerFrame['t'];
  /** Asks for what a chat had after a number. */
  follow(chatId: string, after: number): ClientFrame;
  /** Chats to ask for after each hello; a patron's own comes unasked. */
  followed(): readonly string[];
  readonly ownMark: 'patron' | 'operator';
}

export interface Said {
  readonly chatId: string;
  readonly clientId: string;
  readonly text: string;
}

export interface Acknowledged extends Said {
  readonly seq: number;
}

export interface LiveClient {
  readonly said: readonly Said[];
  readonly acknowledged: readonly Acknowledged[];
  /** Codes with which a message was refused, those in passing included. */
  readonly refusals: readonly string[];
  readonly closeCodes: readonly number[];
  stream(chatId: string): Stream;
  /** Keeps a message until it is known to be stored, over every reconnect. Answers its client id. */
  say(chatId: string, text: string): string;
  isLive(): boolean;
  /** Messages that are not known to be stored. */
  unsettled(): number;
  /** Resolves when it holds; looked at after each frame and each close. */
  until(what: string, holds: () => boolean): Promise<void>;
  settled(): Promise<void>;
  /** Drops the connection; it comes back by itself. */
  reconnect(): Promise<void>;
  stop(): void;
}

const RECONNECT_AFTER_MS = 50;
const SEND_AGAIN_AFTER_MS = 200;
const ASK_AGAIN_AFTER_MS = 1_000;
const PATIENCE_MS = 40_000;

/** One tab that heals by itself, with the rules of the real clients and shorter pauses. */
export function keepTalking(line: Line): LiveClient {
  const streams = new Map<string, Stream>();
  const outbox = new Map<string, { chatId: string; text: string }>();
  const said: Said[] = [];
  const acknowledged: Acknowledged[] = [];
  const refusals: string[] = [];
  const closeCodes: number[] = [];
  const asked = new Map<string, number>();
  const watchers = new Set<() => void>();
  let socket: WebSocket | undefined;
  let live = false;
  let stopped = false;

  const stream = (chatId: string) => {
    const found = streams.get(chatId) ?? openStream();
    streams.set(chatId, found);
    return found;
  };
  const send = (frame: ClientFrame) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const post = (clientId: string) => {
    const message = outbox.get(clientId);
    if (live && message) send({ t: 'post', clientId, ...message });
  };

  function open(): void {
    if (stopped) return;
    const own = new WebSocket(`ws://127.0.0.1:${line.port()}/api/v1/socket`, {
      headers: line.headers,
    });
    socket = own;
    own.on('open', () => send(line.hello()));
    own.on('message', (data) => {
      hear(JSON.parse(String(data)) as ServerFrame);
      for (const look of watchers) look();
    });
    own.on('error', () => undefined);
    own.on('close', (code) => {
      live = false;
      closeCodes.push(code);
      setTimeout(open, RECONNECT_AFTER_MS);
      for (const look of watchers) look();
    });
  }

  function hear(frame: ServerFrame): void {
    if (frame.t === 'ping') send({ t: 'pong' });
    else if (frame.t === line.welcome) begin();
    else if (frame.t === 'events') receive(frame);
    else if (frame.t === 'ack') settle(frame);
    else if (frame.t === 'refused') hearRefusal(frame);
  }

  function begin(): void {
    live = true;
    asked.clear();
    for (const chatId of line.followed()) send(line.follow(chatId, stream(chatId).last()));
    for (const clientId of outbox.keys()) post(clientId);
  }

  function receive({ chatId, events, more }: Extract<ServerFrame, { t: 'events' }>): void {
    const known = stream(chatId);
    known.receive(events);
    for (const event of events) if ('clientId' in event) outbox.delete(event.clientId);
    if (known.hasGap() || more) askForMissing(chatId, known.last());
  }

  /** Once for each number: whatever else arrives before the answer would only ask the same again. */
  function askForMissing(chatId: string, after: number): void {
    if (asked.get(chatId) === after) return;
    asked.set(chatId, after);
    send(line.follow(chatId, after));
  }

  /** Stands for the event, which its sender is not sent. */
  function settle({ chatId, clientId, seq, at }: Extract<ServerFrame, { t: 'ack' }>): void {
    const message = outbox.get(clientId);
    if (!message) return;
    outbox.delete(clientId);
    acknowledged.push({ ...message, chatId, clientId, seq });
    const by = { kind: line.ownMark };
    stream(chatId).receive([{ kind: 'message', by, clientId, seq, at, text: message.text }]);
  }

  function hearRefusal({ clientId, code }: Extract<ServerFrame, { t: 'refused' }>): void {
    refusals.push(code);
    if (clientId === undefined) return;
    if (code === 'unavailable') setTimeout(() => post(clientId), SEND_AGAIN_AFTER_MS);
    else outbox.delete(clientId);
  }

  const until = (what: string, holds: () => boolean) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = () => holds() && resolve();
    const patience = setTimeout(
      () => reject(new Error(`It did not come about: ${what}`)),
      PATIENCE_MS,
    );
    watchers.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(patience);
      watchers.delete(look);
    });
  };

  // A question that met a database on its knees gets no answer.
  const askAgain = setInterval(() => {
    asked.clear();
    for (const [chatId, known] of streams) if (known.hasGap()) askForMissing(chatId, known.last());
  }, ASK_AGAIN_AFTER_MS);

  open();
  return {
    said,
    acknowledged,
    refusals,
    closeCodes,
    stream,
    say(chatId, text) {
      const clientId = randomUUID();
      outbox.set(clientId, { chatId, text });
      said.push({ chatId, clientId, text });
      post(clientId);
      return clientId;
    },
    isLive: () => live,
    unsettled: () => outbox.size,
    until,
    settled: () => until('all that was said is stored', () => outbox.size === 0),
    async reconnect() {
      live = false;
      socket?.terminate();
      await until('it is connected again', () => live);
    },
    stop() {
      stopped = true;
      clearInterval(askAgain);
      socket?.terminate();
    },
  };
}
