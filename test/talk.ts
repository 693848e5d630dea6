import { claimChat, closeChat, openChat, postMessage, releaseChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import { acceptTransfer, declineTransfer, transferChat } from '#protocol/transfers.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, type House, NOBODY } from './driven-house.ts';
import type { SocketClient } from './socket-client.ts';

export interface OpenedChat {
  readonly chatId: string;
  /** Opens the socket. */
  readonly token: string;
  /** The patron, over HTTP. */
  readonly patron: Caller;
}

/** A patron asks. */
export async function ask(house: House, widgetId: string, question: string): Promise<OpenedChat> {
  const input = { params: { widgetId }, query: undefined, body: { clientId: newId(), question } };
  const { status, code, body } = await house.call(openChat, input, NOBODY);
  if (status !== 201) throw new Error(`The chat was not opened: ${status} ${code}`);
  return { chatId: body.chatId, token: body.token, patron: bearer(body.token) };
}

export function bearer(token: string): Caller {
  return { authorization: `Bearer ${token}` };
}

export function post(chatId: string, text: string, note = false) {
  return { t: 'post', chatId, clientId: newId(), text, ...(note && { note }) } as const;
}

/** Says something over HTTP; answers the caller's number. */
export async function say(
  house: House,
  chatId: string,
  caller: Caller,
  text: string,
  note = false,
): Promise<number> {
  const body = { clientId: newId(), text, ...(note && { note }) };
  const input = { params: { chatId }, query: undefined, body };
  const answer = await house.call(postMessage, input, caller);
  if (answer.status !== 201) throw new Error(`Not stored: ${answer.status} ${answer.code}`);
  return answer.body.seq;
}

export function claim(house: House, chatId: string, caller: Caller) {
  return house.call(claimChat, { params: { chatId }, query: undefined, body: undefined }, caller);
}

export function release(house: House, chatId: string, caller: Caller) {
  return house.call(releaseChat, { params: { chatId }, query: undefined, body: undefined }, caller);
}

/** Where a chat goes: to whom, or where to. */
export type Target = { accountId: string } | { queueId: string } | { coopId: string };

export function transfer(
  house: House,
  chatId: string,
  caller: Caller,
  target: Target & { note?: string },
  clientId = newId(),
) {
  const input = { params: { chatId }, query: undefined, body: { clientId, ...target } };
  return house.call(transferChat, input, caller);
}

export function accept(house: House, chatId: string, caller: Caller) {
  const input = { params: { chatId }, query: undefined, body: undefined };
  return house.call(acceptTransfer, input, caller);
}

export function decline(house: House, chatId: string, caller: Caller) {
  const input = { params: { chatId }, query: undefined, body: undefined };
  return house.call(declineTransfer, input, caller);
}

export function close(house: House, chatId: string, caller: Caller, clientId = newId()) {
  const input = { params: { chatId }, query: undefined, body: { clientId } };
  return house.call(closeChat, input, caller);
}

/** All events of a chat that came over a connection, in the order of their coming. */
export function heardEvents(client: SocketClient, chatId: string): ChatEvent[] {
  return client.frames.flatMap((frame) =>
    frame.t === 'events' && frame.chatId === chatId ? frame.events : [],
  );
}

/** Resolves with the event once a connection has heard one of the kind. */
export function hears(
  client: SocketClient,
  chatId: string,
  judge: (event: ChatEvent) => boolean,
): Promise<ChatEvent> {
  return client.until((frame) =>
    frame.t === 'events' && frame.chatId === chatId ? frame.events.find(judge) : undefined,
  );
}

/** Follows a chat on a page of the desk; resolves when its events so far are here. */
export async function follow(client: SocketClient, chatId: string, after = 0): Promise<void> {
  const before = client.frames.length;
  client.send({ t: 'follow', chatId, after });
  const answer = await client.until((frame) => {
    const isAnswer = frame.t === 'events' || frame.t === 'refused';
    const isNew = client.frames.indexOf(frame) >= before;
    return isAnswer && isNew && frame.chatId === chatId ? frame : undefined;
  });
  if (answer.t === 'refused') throw new Error(`Not followed: ${answer.code}`);
}

/** Resolves with the acknowledgement of that very message. */
export function acknowledged(client: SocketClient, { clientId }: { clientId: string }) {
  return client.until((frame) =>
    frame.t === 'ack' && frame.clientId === clientId ? frame : undefined,
  );
}

/** Resolves with the refusal of that very message. */
export function refused(client: SocketClient, { clientId }: { clientId: string }) {
  return client.until((frame) =>
    frame.t === 'refused' && frame.clientId === clientId ? frame : undefined,
  );
}
