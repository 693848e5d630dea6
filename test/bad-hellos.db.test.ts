import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { SESSION_HOURS } from '../server/accounts/index.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, NOBODY, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { connectSocket } from './socket-client.ts';
import { ask, close, type OpenedChat } from './talk.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);

let asSadie: Caller;
let chat: OpenedChat;
beforeEach(async () => {
  asSadie = await house.staff(libraries.sadie);
  chat = await ask(house, libraries.widgetId, 'Do you stamp passes?');
});
afterEach(async () => {
  await close(house, chat.chatId, chat.patron);
});

describe('a hello', () => {
  const say = async (hello: object, headers: Caller) => {
    const client = await house.connect(headers);
    client.send(hello);
    return client;
  };
  const asStaff = () => ({ t: 'hello', as: 'staff', pageId: newId() });
  const asPatron = (token: string) => ({ t: 'hello', as: 'patron', token, after: 0 });
  const signature = () => chat.token.split('.')[1] ?? '';

  test.each<readonly [string, () => string]>([
    ['no token at all', () => 'token'],
    ['the chat’s id alone', () => chat.chatId],
    ['the id and an empty signature', () => `${chat.chatId}.`],
    ['another chat’s signature', () => `${newId()}.${signature()}`],
    ['a signature that is cut', () => chat.token.slice(0, -1)],
    ['a signature with one sign changed', () => `${chat.chatId}.${flip(signature())}`],
    ['a signature with something behind it', () => `${chat.token}.x`],
    ['the token of a patron', () => house.parts.tokens.sign('patron', chat.chatId)],
    ['a token for a chat that is not there', () => house.parts.tokens.sign('chat', newId())],
  ])('with %s is turned away', async (_, token) => {
    const client = await say(asPatron(token()), NOBODY);
    expect(await client.closed).toMatchObject({ code: CLOSE.notSignedIn });
    expect(client.frames).toMatchObject([{ t: 'error', code: 'not_signed_in' }]);
  });

  test.each<readonly [string, () => Caller | Promise<Caller>, number, string]>([
    [
      'without a cookie',
      () => ({ origin: asSadie['origin'] ?? '' }),
      CLOSE.notSignedIn,
      'not_signed_in',
    ],
    [
      'with a cookie of nobody',
      () => ({ ...asSadie, cookie: 'carrel_session=nobody' }),
      CLOSE.notSignedIn,
      'not_signed_in',
    ],
    [
      'from a page of another origin',
      () => ({ ...asSadie, origin: 'https://evil.example' }),
      CLOSE.mayNot,
      'foreign_origin',
    ],
    [
      'from a page whose origin only begins like ours',
      () => ({ ...asSadie, origin: `${asSadie['origin']}.evil.example` }),
      CLOSE.mayNot,
      'foreign_origin',
    ],
    [
      'from a page that hides its origin',
      () => ({ ...asSadie, origin: 'null' }),
      CLOSE.mayNot,
      'foreign_origin',
    ],
    ['from no page', () => ({ cookie: asSadie['cookie'] ?? '' }), CLOSE.mayNot, 'foreign_origin'],
    ['of an account without chat access', withoutAccess, CLOSE.mayNot, 'no_chat_access'],
    ['after the session has run out', runOut, CLOSE.notSignedIn, 'not_signed_in'],
  ])('of the staff %s is turned away', async (_, headers, code, problem) => {
    const client = await say(asStaff(), await headers());
    expect(await client.closed).toMatchObject({ code });
    expect(client.frames).toMatchObject([{ t: 'error', code: problem }]);
  });

  test('of a patron heeds no cookie and any origin', async () => {
    const client = await say(asPatron(chat.token), { origin: 'https://elsewhere.example' });
    expect(await client.next('hello_patron')).toMatchObject({ chat: { id: chat.chatId } });
    await client.close();
  });

  test.each<readonly [string, object]>([
    ['as nobody', { t: 'hello' }],
    ['of the staff without a page', { t: 'hello', as: 'staff' }],
    ['of a patron without a number', { t: 'hello', as: 'patron', token: 'x' }],
    ['of a patron with a token that has no end', { ...asPatron('x'.repeat(201)) }],
  ])('%s is answered by an error, and may be said better', async (_, hello) => {
    const client = await say(hello, NOBODY);
    expect(await client.next('error')).toMatchObject({ t: 'error' });
    client.send(asPatron(chat.token));
    await client.next('hello_patron');
    await client.close();
  });

  test('that does not come within 10 s ends the connection, pings answered or not', async () => {
    const client = await house.connect(NOBODY);
    await house.passes(20);
    expect(await client.closed).toMatchObject({ code: CLOSE.noHello });
  });

  async function withoutAccess(): Promise<Caller> {
    await sql
      .updateTable('accounts')
      .set({ chatAccess: false })
      .where('id', '=', libraries.noor)
      .execute();
    return house.staff(libraries.noor);
  }

  async function runOut(): Promise<Caller> {
    const caller = await house.staff(libraries.omar);
    clock.advance(SESSION_HOURS * 3_600);
    return caller;
  }
});

function flip(signature: string): string {
  return `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
}

test('another path is no socket', async () => {
  const { address, port } = house.app.server.address() as { address: string; port: number };
  await expect(connectSocket(`ws://${address}:${port}/api/v1/other`, NOBODY)).rejects.toThrow(
    '404',
  );
});
