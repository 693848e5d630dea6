// 100 clients of Carrel: patrons and operators, two in each chat, over the socket as browsers speak it.
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ServerFrame } from '../../protocol/frames.ts';
import { obey } from '../processes/obey.ts';
import type { SeededChat } from '../seed.ts';
import { openSocket } from './open-socket.ts';
import { createTalk, type Ears, type End, type Round, type RoundDetails } from './talk.ts';

export interface CarrelTalkOrders {
  connect(details: { port: number; chats: readonly SeededChat[] }): Promise<void>;
  round(details: RoundDetails): Promise<Round>;
}

/** Milliseconds since the generator began, to the thousandth, and then a space. */
const TIME_CHARACTERS = 20;

const ends: End[] = [];
const { ears, round } = createTalk(ends);

obey<CarrelTalkOrders>({
  async connect({ port, chats }) {
    const address = `ws://127.0.0.1:${port}/api/v1/socket`;
    for (const chat of chats) {
      ends.push(await openPatron(address, chat, ends.length, ears));
      ends.push(await openOperator(address, port, chat, ends.length, ears));
    }
  },
  round,
});

async function openPatron(
  address: string,
  { token }: SeededChat,
  end: number,
  heard: Ears,
): Promise<End> {
  const socket = await openSocket(address, {});
  listen(socket, end, heard);
  send(socket, { t: 'hello', as: 'patron', token, after: 0 });
  await untilFrame(socket, 'events');
  return { say: (text) => send(socket, { t: 'post', clientId: randomUUID(), text }) };
}

async function openOperator(
  address: string,
  port: number,
  { chatId, cookie }: SeededChat,
  end: number,
  heard: Ears,
): Promise<End> {
  const origin = `http://localhost:${port}`;
  const socket = await openSocket(address, { origin, cookie });
  listen(socket, end, heard);
  send(socket, { t: 'hello', as: 'staff', pageId: randomUUID() });
  await untilFrame(socket, 'welcome');
  send(socket, { t: 'follow', chatId, after: 0 });
  await untilFrame(socket, 'events');
  return { say: (text) => send(socket, { t: 'post', chatId, clientId: randomUUID(), text }) };
}

/** A frame begins with its name: {"t":"ack", and so on. */
const NAME_AT = '{"t":"'.length;
const QUOTE = 0x22;
const BEFORE_TEXT = Buffer.from('"text":"');

/**
 * The generator shares two processors with what it measures. So it reads no more than it needs of
 * the two frames that come by the ten thousand; all others it reads as a browser does.
 */
function listen(socket: WebSocket, end: number, heard: Ears): void {
  let isLive = false;
  socket.on('message', (data) => {
    const frame = data as Buffer;
    const name = frame.toString('latin1', NAME_AT, frame.indexOf(QUOTE, NAME_AT));
    if (name === 'ack') return heard.onStored();
    if (name !== 'events') return answer(socket, JSON.parse(String(frame)));
    // The first one holds what was said before.
    if (isLive) for (const text of textsIn(frame)) heard.onHeard(end, text);
    isLive = true;
  });
  socket.on('close', (code) => {
    throw new Error(`Carrel closed a connection with code ${code}.`);
  });
}

/** The first characters of each message: they tell when it was sent. */
function textsIn(events: Buffer): string[] {
  const texts: string[] = [];
  for (let at = events.indexOf(BEFORE_TEXT); at !== -1; at = events.indexOf(BEFORE_TEXT, at)) {
    at += BEFORE_TEXT.length;
    texts.push(events.toString('latin1', at, at + TIME_CHARACTERS));
  }
  return texts;
}

function answer(socket: WebSocket, frame: ServerFrame): void {
  if (frame.t === 'ping') send(socket, { t: 'pong' });
  if (frame.t === 'refused' || frame.t === 'error') {
    throw new Error(`Carrel refused a frame: ${frame.code}, ${frame.detail}`);
  }
}

function untilFrame(socket: WebSocket, name: ServerFrame['t']): Promise<void> {
  return new Promise((resolve) => {
    const onMessage = (data: unknown) => {
      if ((JSON.parse(String(data)) as ServerFrame).t !== name) return;
      socket.off('message', onMessage);
      resolve();
    };
    socket.on('message', onMessage);
  });
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}
