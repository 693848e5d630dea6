import { expect, test } from 'vitest';
import { signIn } from '#protocol/accounts.ts';
import { postMessage } from '#protocol/chats.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { readAvailability } from '#protocol/widgets.ts';
import { created, ok } from './answer.ts';
import { route } from './route.ts';
import { buildTestApp, collectLog, PATRON, PUBLIC_URL, SADIE } from './test-app.ts';

const ID = '01900000-0000-7000-8000-0000000000aa';
const DESK_QUEUE = {
  id: ID,
  name: 'Reference',
  kind: 'chat',
  institutionId: ID,
  coopId: null,
  ownerName: 'Northfield',
  optedIn: true,
  operatorsOn: 1,
} as const;

function buildQueueApp() {
  const app = buildTestApp();
  const seen: unknown[] = [];
  route(app, optIntoQueue, async ({ params, body, actor }) => {
    seen.push({ queueId: params.queueId, optedIn: body.optedIn, accountId: actor.accountId });
    return ok(DESK_QUEUE);
  });
  return { app, seen };
}

const staffHeaders = { cookie: 'carrel_session=sadie', origin: PUBLIC_URL };

test('a staff endpoint hands over parsed parameters, the parsed body and who asks', async () => {
  const { app, seen } = buildQueueApp();
  const answer = await app.inject({
    method: 'PUT',
    url: `/api/v1/queues/${ID}/opt-in`,
    headers: staffHeaders,
    payload: { optedIn: true, unknown: 'dropped' },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual(DESK_QUEUE);
  expect(seen).toEqual([{ queueId: ID, optedIn: true, accountId: SADIE.accountId }]);
});

test.each([
  [
    'another origin',
    { cookie: 'carrel_session=sadie', origin: 'https://evil.test' },
    403,
    'foreign_origin',
  ],
  [
    'two origins',
    { cookie: 'carrel_session=sadie', origin: `${PUBLIC_URL}, ${PUBLIC_URL}` },
    403,
    'foreign_origin',
  ],
  ['a cookie without an origin', { cookie: 'carrel_session=sadie' }, 403, 'foreign_origin'],
  ['neither', {}, 401, 'not_signed_in'],
  ['a stale cookie', { cookie: 'carrel_session=old', origin: PUBLIC_URL }, 401, 'not_signed_in'],
])('a staff endpoint refuses %s, and does nothing', async (_, headers, status, code) => {
  const { app, seen } = buildQueueApp();
  const answer = await app.inject({
    method: 'PUT',
    url: `/api/v1/queues/${ID}/opt-in`,
    headers,
    payload: { optedIn: true },
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ status, code });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect(seen).toEqual([]);
});

test('a party endpoint takes the patron by token from any origin, and staff by cookie from ours alone', async () => {
  const app = buildTestApp();
  const kinds: string[] = [];
  route(app, postMessage, async ({ actor }) => {
    kinds.push(actor.kind);
    return created({ seq: 1 });
  });
  const post = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/chats/${PATRON.chatId}/messages`,
      headers,
      payload: { clientId: ID, text: 'Hello' },
    });
  const patron = await post({ authorization: 'Bearer patron', origin: 'https://library.test' });
  expect(patron.statusCode).toBe(201);
  expect(patron.headers['access-control-allow-origin']).toBe('*');
  expect(patron.headers['access-control-allow-credentials']).toBeUndefined();
  expect((await post(staffHeaders)).statusCode).toBe(201);
  expect((await post({ ...staffHeaders, origin: 'https://library.test' })).statusCode).toBe(403);
  expect(kinds).toEqual(['patron', 'staff']);
});

test('a browser of any site may ask before it sends, and remembers the answer', async () => {
  const app = buildTestApp();
  route(app, postMessage, async () => created({ seq: 1 }));
  const answer = await app.inject({
    method: 'OPTIONS',
    url: `/api/v1/chats/${ID}/messages`,
    headers: { origin: 'https://library.test', 'access-control-request-method': 'POST' },
  });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': expect.stringContaining('authorization'),
    'access-control-max-age': '7200',
  });
});

test('what every page polls carries neither security headers nor a line in the log', async () => {
  const app = buildTestApp();
  route(app, readAvailability, () => ok({ online: true, away: false }), { traffic: 'polled' });
  const answer = await app.inject({ url: `/api/v1/widgets/${ID}/availability` });
  expect(answer.json()).toEqual({ online: true, away: false });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['content-security-policy']).toBeUndefined();
});

test('an answer that says more than its schema is a fault of ours', async () => {
  const app = buildTestApp();
  const chatty = { online: true, away: false, operator: 'sadie' };
  route(app, readAvailability, () => ok(chatty), { traffic: 'polled' });
  const answer = await app.inject({ url: `/api/v1/widgets/${ID}/availability` });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('sadie');
});

test('signing in is public, and still for our own pages and for programs alone', async () => {
  const app = buildTestApp();
  let signedIn = 0;
  const account = {
    id: SADIE.accountId,
    username: SADIE.username,
    displayName: SADIE.displayName,
    email: SADIE.email,
    institutionId: SADIE.institutionId,
    role: SADIE.role,
    chatAccess: true,
  };
  route(
    app,
    signIn,
    () => {
      signedIn += 1;
      const body = { account, mustAddSecondFactor: false, isToured: true };
      return created(body, { 'set-cookie': 'carrel_session=sadie' });
    },
    { traffic: 'signIn', ownPagesOnly: true },
  );
  const from = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers,
      payload: { username: 'sadie', password: 'carrel-demo' },
    });
  const foreign = await from({ origin: 'https://library.test' });
  expect(foreign.json()).toMatchObject({ status: 403, code: 'foreign_origin' });
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  expect((await from({ origin: 'null' })).statusCode).toBe(403);
  expect(signedIn).toBe(0);
  expect((await from({ origin: PUBLIC_URL })).headers['set-cookie']).toBe('carrel_session=sadie');
  expect((await from({})).statusCode).toBe(201);
});

test('a fault of ours is told by its number alone, and found under it in the log', async () => {
  const { log, lines } = collectLog();
  const app = buildTestApp({ log });
  route(app, readAvailability, () => {
    throw new Error('secret of the server');
  });
  const answer = await app.inject(`/api/v1/widgets/${ID}/availability?q=private`);
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' });
  expect(answer.body).not.toContain('secret');
  const fault = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 'error');
  expect(fault).toMatchObject({
    route: '/api/v1/widgets/:widgetId/availability',
    err: { message: 'secret of the server', stack: expect.stringContaining('route.test.ts') },
  });
  expect(answer.json().detail).toContain(fault.requestId);
  expect(lines.join()).not.toContain('private');
});

test('what staff read is kept by no cache and framed by no page', async () => {
  const { app } = buildQueueApp();
  const answer = await app.inject({ method: 'PUT', url: `/api/v1/queues/${ID}/opt-in` });
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(answer.headers['strict-transport-security']).toBeUndefined();
});
