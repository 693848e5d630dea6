import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeInstitution, makeQueue, makeWidget } from '../../test/factories.ts';
import { testFeatureApp, testParts } from '../../test/feature-app.ts';
import { messageWriter, routeChats } from '../chats/index.ts';
import { newId } from '../platform/ids.ts';
import { routeTickets, wayHome } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeTickets(app, parts, { mailHookSecret: null });
const writer = messageWriter({ ...parts, pool: parts.database.pool });
routeChats(app, { ...parts, writer, wayHome });

let widgetId: string;
let chatId: string;
let token: string;

beforeAll(async () => {
  const institutionId = await makeInstitution(sql, 'northfield');
  const queueId = await makeQueue(sql, { institutionId });
  widgetId = await makeWidget(sql, { institutionId, chain: [{ queueId, waitSeconds: 20 }] });
});

beforeEach(async () => {
  ({ chatId, token } = await openChat());
});

async function openChat(): Promise<{ chatId: string; token: string }> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/widgets/${widgetId}/chats`,
    payload: {
      clientId: newId(),
      question: 'Where are the maps?',
      name: 'Sam',
      email: 'sam@example.org',
      page: { url: 'https://www.northfield.example/maps', title: 'Maps' },
    },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

const post = (path: string, payload: object, bearer = token) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/chats/${chatId}${path}`,
    headers: { authorization: `Bearer ${bearer}` },
    payload,
  });
const written = () => ({ clientId: newId(), question: 'Where are the maps of 1850?' });

const readChat = () =>
  sql
    .selectFrom('chats')
    .select(['state', 'closeReason'])
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
const readTickets = () =>
  sql.selectFrom('tickets').selectAll().where('chatId', '=', chatId).execute();

describe('a patron who stops waiting', () => {
  test('closes the chat and leaves the question, with what the chat knew of them', async () => {
    const body = written();
    const answer = await post('/question', body);

    expect(answer.statusCode).toBe(201);
    expect(await readChat()).toEqual({ state: 'closed', closeReason: 'question_left' });
    expect(await readTickets()).toMatchObject([
      {
        id: answer.json().ticketId,
        state: 'new',
        widgetId,
        question: body.question,
        name: 'Sam',
        email: 'sam@example.org',
        pageUrl: 'https://www.northfield.example/maps',
        pageTitle: 'Maps',
      },
    ]);
  });

  test('may give another address than the chat’s', async () => {
    await post('/question', { ...written(), email: 'sam@work.example' });
    expect(await readTickets()).toMatchObject([{ name: 'Sam', email: 'sam@work.example' }]);
  });

  test('tells everybody who listens, once', async () => {
    const heard: unknown[] = [];
    const stop = parts.bus.subscribe('chat', (hint) => heard.push(hint));
    const body = written();
    await post('/question', body);
    await post('/question', body);
    stop();
    expect(heard).toMatchObject([{ chatId, movesDesks: true, events: [{ kind: 'closed' }] }]);
  });

  test('leaves one question, however often it is sent', async () => {
    const body = written();
    const together = await Promise.all([post('/question', body), post('/question', body)]);
    const later = await post('/question', body);
    expect(together.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    expect(later.statusCode).toBe(200);
    const [ticket, ...others] = await readTickets();
    expect(others).toEqual([]);
    expect(later.json().ticketId).toBe(ticket?.id);
  });

  test('cannot leave other words under the same client id', async () => {
    const body = written();
    await post('/question', body);
    const other = await post('/question', { ...body, question: 'Something else' });
    expect(other.statusCode).toBe(409);
    expect(other.json()).toMatchObject({ code: 'client_id_taken' });
    expect(await readTickets()).toMatchObject([{ question: body.question }]);
  });

  test('with a client id of another chat’s question keeps the chat open', async () => {
    const body = written();
    await post('/question', body);
    const first = chatId;
    ({ chatId, token } = await openChat());

    const answer = await post('/question', body);

    expect(chatId).not.toBe(first);
    expect(answer.statusCode).toBe(409);
    expect(await readChat()).toMatchObject({ state: 'waiting' });
    expect(await readTickets()).toEqual([]);
  });
});

test('a chat that was closed before takes no question', async () => {
  await post('/close', { clientId: newId() });
  const answer = await post('/question', written());
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'chat_closed' });
  expect(await readTickets()).toEqual([]);
});

test('another chat’s token does not reach this one', async () => {
  const stranger = await openChat();
  const answer = await post('/question', written(), stranger.token);
  expect(answer.statusCode).toBe(404);
  expect(await readChat()).toMatchObject({ state: 'waiting' });
});
