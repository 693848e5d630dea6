import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, LIBRARIES } from '../../../server/demo/libraries.ts';
import { keepTalking, type LiveClient } from './live-client.ts';

/** Where requests go, and the PUBLIC_URL of who gets them. */
export interface Address {
  readonly port: number;
  readonly origin: string;
}

/** A browser of the staff: its cookie holds with every process of the installation. */
export interface SignedIn {
  readonly cookie: string;
}

export interface PatronChat {
  readonly chatId: string;
  readonly token: string;
}

const [NORTHFIELD] = LIBRARIES;

/** Opens a chat with Northfield's library. */
export async function askNorthfield(address: Address, question: string): Promise<PatronChat> {
  const path = `/widgets/${NORTHFIELD?.widgetId}/chats`;
  const answer = await call(address, 'POST', path, {}, { clientId: randomUUID(), question });
  if (answer.status !== 201) throw new Error(`The chat was not opened: ${await answer.text()}`);
  return (await answer.json()) as PatronChat;
}

export async function signIn(address: Address, username: string): Promise<SignedIn> {
  const body = { username, password: DEMO_PASSWORD };
  const answer = await call(address, 'POST', '/session', { origin: address.origin }, body);
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return { cookie: cookie.split(';', 1)[0] as string };
}

/** Answers the HTTP status. */
export async function claim(
  address: Address,
  { cookie }: SignedIn,
  chatId: string,
): Promise<number> {
  const headers = { cookie, origin: address.origin };
  return (await call(address, 'POST', `/chats/${chatId}/claim`, headers)).status;
}

/** A request below /api/v1. */
export function call(
  { port }: Pick<Address, 'port'>,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** A tab with a chat's page open. `port` is asked at each connect. */
export function patronTab(port: () => number, { chatId, token }: PatronChat): LiveClient {
  const tab = keepTalking({
    port,
    headers: {},
    hello: () => ({ t: 'hello', as: 'patron', token, after: tab.stream(chatId).last() }),
    welcome: 'hello_patron',
    follow: (_chatId, after) => ({ t: 'follow', after }),
    followed: () => [],
    ownMark: 'patron',
  });
  return tab;
}

/** A tab with the desk open, which follows these chats. */
export function deskTab(
  address: { port(): number; readonly origin: string },
  { cookie }: SignedIn,
  chatIds: readonly string[],
): LiveClient {
  const pageId = randomUUID();
  return keepTalking({
    port: () => address.port(),
    headers: { cookie, origin: address.origin },
    hello: () => ({ t: 'hello', as: 'staff', pageId }),
    welcome: 'welcome',
    follow: (chatId, after) => ({ t: 'follow', chatId, after }),
    followed: () => chatIds,
    ownMark: 'operator',
  });
}
