import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaveChatQuestion, openChat, readEvents } from '#protocol/chats.ts';
import { BODY_BYTES } from '#protocol/limits.ts';
import { chooseState } from '#protocol/presence.ts';
import { problem as problemSchema } from '#protocol/problems.ts';
import { created, ok } from './answer.ts';
import type { App } from './app.ts';
import { route } from './route.ts';
import { buildTestApp, PATRON, PUBLIC_URL } from './test-app.ts';

const ID = PATRON.chatId;
const CHATS = `/api/v1/widgets/${ID}/chats`;
const JSON_TYPE = { 'content-type': 'application/json' };
const QUESTION = { clientId: ID, question: 'When do you open?' };

let app: App;
let handled: number;

beforeEach(() => {
  handled = 0;
  app = buildTestApp();
  route(app, openChat, () => {
    handled += 1;
    return created({ chatId: ID, token: 't', patronToken: 'p' });
  });
  route(app, readEvents, () => {
    handled += 1;
    return ok({ events: [], more: false });
  });
  route(app, leaveChatQuestion, () => {
    handled += 1;
    return created({ ticketId: ID });
  });
  route(app, chooseState, () => {
    handled += 1;
    return ok({ state: 'away', openChats: 0, maxChats: 5 });
  });
});

afterEach(() => app.close());

const raw = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) => ({
  method: 'POST' as const,
  url: CHATS,
  headers,
  payload,
});
const json = (body: unknown) => raw(JSON.stringify(body));

test('good input arrives', async () => {
  expect((await app.inject(json(QUESTION))).statusCode).toBe(201);
  expect(handled).toBe(1);
});

test.each([
  ['JSON that ends too early', raw('{"clientId":'), 400, 'malformed'],
  ['no JSON at all', raw('hello'), 400, 'malformed'],
  ['no body', { method: 'POST' as const, url: CHATS }, 400, 'malformed'],
  ['an empty body that says JSON', raw(''), 400, 'malformed'],
  ['null', raw('null'), 400, 'malformed'],
  ['a list in place of an object', raw('[]'), 400, 'malformed'],
  ['60,000 nested lists', raw('['.repeat(60_000) + ']'.repeat(60_000)), 400, 'malformed'],
  [
    'a field nested deeply',
    raw(`{"question":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`),
    400,
    'malformed',
  ],
  ['__proto__ in the body', raw('{"__proto__":{"admin":true}}'), 400, 'malformed'],
  ['constructor.prototype', raw('{"constructor":{"prototype":{"admin":true}}}'), 400, 'malformed'],
  ['invalid UTF-8', raw(Buffer.from([0x22, 0xc3, 0x28, 0x22])), 400, 'malformed'],
  [
    'text/plain',
    raw(JSON.stringify(QUESTION), { 'content-type': 'text/plain' }),
    415,
    'unsupported_media_type',
  ],
  [
    'a form',
    raw('question=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'unsupported_media_type',
  ],
  ['no media type', raw(JSON.stringify(QUESTION), {}), 415, 'unsupported_media_type'],
  [
    'a body over the limit',
    json({ ...QUESTION, question: 'x'.repeat(BODY_BYTES) }),
    413,
    'too_large',
  ],
  [
    'a body shorter than it says',
    raw('{}', { ...JSON_TYPE, 'content-length': '9' }),
    400,
    'malformed',
  ],
  ['a missing field', json({ clientId: ID }), 400, 'malformed'],
  ['a number for text', json({ ...QUESTION, question: 7 }), 400, 'malformed'],
  ['an id that is none', json({ ...QUESTION, clientId: '7' }), 400, 'malformed'],
  ['a language that Carrel lacks', json({ ...QUESTION, language: 'tlh' }), 400, 'malformed'],
  [
    'a question over its length',
    json({ ...QUESTION, question: 'x'.repeat(10_001) }),
    422,
    'breaks_rule',
  ],
  ['a blank question', json({ ...QUESTION, question: ' \n ' }), 422, 'breaks_rule'],
  ['a NUL character', json({ ...QUESTION, question: 'a\0b' }), 422, 'breaks_rule'],
  ['an e-mail address that is none', json({ ...QUESTION, email: 'me' }), 422, 'breaks_rule'],
  ['a rule and a type broken at once', json({ clientId: 7, question: '' }), 400, 'malformed'],
  [
    'a label over its length',
    json({ ...QUESTION, answers: { ['x'.repeat(101)]: 'y' } }),
    422,
    'breaks_rule',
  ],
  [
    'an id in the path that is none',
    { ...json(QUESTION), url: '/api/v1/widgets/7/chats' },
    400,
    'malformed',
  ],
  [
    'a path that can’t be decoded',
    { method: 'GET' as const, url: '/api/v1/widgets/%zz' },
    400,
    'malformed',
  ],
  [
    'an endless path segment',
    { method: 'GET' as const, url: `/api/v1/widgets/${'7'.repeat(500)}/chats` },
    404,
    'not_found',
  ],
  ['an unknown path', { method: 'GET' as const, url: '/api/v1/nothing' }, 404, 'not_found'],
  ['a wrong method', { method: 'DELETE' as const, url: CHATS }, 404, 'not_found'],
])('%s is answered by its problem, and does nothing', async (_, request, status, code) => {
  const answer = await app.inject(request);
  expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  problemSchema.parse(answer.json());
  expect(handled).toBe(0);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test.each([
  ['after=x', 400, 'malformed', 'after', 'must be a number'],
  ['after=-1', 422, 'breaks_rule', 'after', 'must be at least 0'],
  ['limit=201', 422, 'breaks_rule', 'limit', 'must be at most 200'],
  ['wait=26', 422, 'breaks_rule', 'wait', 'must be at most 25'],
  ['after=1&after=2', 400, 'malformed', 'after', 'must be a number'],
])('the query ?%s names its field and its rule', async (query, status, code, path, message) => {
  const answer = await app.inject({
    url: `/api/v1/chats/${ID}/events?${query}`,
    headers: { authorization: 'Bearer patron' },
  });
  expect(answer.json()).toMatchObject({ status, code, errors: [{ path, message }] });
  expect(handled).toBe(0);
});

test.each([
  ['a stranger', {}, 401, 'not_signed_in'],
  ['a foreign token', { authorization: 'Bearer stranger' }, 401, 'not_signed_in'],
  [
    'staff where a patron is asked for',
    { cookie: 'carrel_session=sadie', origin: PUBLIC_URL },
    401,
    'not_signed_in',
  ],
])('%s does not get in', async (_, headers, status, code) => {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/chats/${ID}/question`,
    headers,
    payload: QUESTION,
  });
  expect(answer.json()).toMatchObject({ status, code });
  expect(handled).toBe(0);
});

test('every wrong field is named, in words', async () => {
  const answer = await app.inject(
    json({ question: 7, name: 'x'.repeat(101), page: { url: 'nowhere' } }),
  );
  expect(answer.json()).toMatchObject({
    code: 'malformed',
    errors: [
      { path: 'clientId', message: 'is required' },
      { path: 'question', message: 'must be text' },
      { path: 'name', message: 'must have at most 100 characters' },
      { path: 'page.url', message: 'must be a web address that begins with http:// or https://' },
      { path: 'page.title', message: 'is required' },
    ],
  });
});

test('ten thousand wrong entries are answered in a few lines', async () => {
  const answers = Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [key, 7]));
  const answer = await app.inject(json({ ...QUESTION, answers }));
  expect(answer.json().errors).toHaveLength(20);
});

test('a known address asked in the wrong way tells the right ones', async () => {
  const answer = await app.inject({ method: 'GET', url: CHATS });
  expect(answer.headers.allow).toBe('POST');
  expect(answer.json().detail).toBe('This address answers POST alone.');
});

test.each([
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n'],
  ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'],
  ['a header without a name', ': value\r\n'],
])('%s on the wire end in a problem, and the server goes on', async (_, headers) => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.end(
    `POST ${CHATS} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n{}`,
  );
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  expect(handled).toBe(0);
  expect((await app.inject(json(QUESTION))).statusCode).toBe(201);
});
