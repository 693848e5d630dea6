import { beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import { findUnrouted } from '../server/platform/http/docs/find-unrouted.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, NOBODY, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { ask, bearer, claim, type OpenedChat } from './talk.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asEve = await house.staff(libraries.eve);

let chat: OpenedChat;
let other: OpenedChat;
let ticketId: string;
beforeAll(async () => {
  chat = await ask(house, libraries.widgetId, 'May I read this?');
  other = await ask(house, libraries.widgetId, 'And this?');
  await claim(house, chat.chatId, asSadie);
  ticketId = newId();
  await sql
    .insertInto('tickets')
    .values({
      id: ticketId,
      clientId: newId(),
      widgetId: libraries.widgetId,
      institutionId: libraries.institutions.northfield,
      chatId: null,
      state: 'new',
      question: 'When do you open?',
      name: null,
      email: null,
      pageUrl: null,
      pageTitle: null,
      createdAt: new Date('2026-03-02T09:00:00Z'),
    })
    .execute();
});

const all = Object.values(ENDPOINTS).flatMap((endpoints) => Object.values<Endpoint>(endpoints));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

/** Of Northfield, where Eve and a patron with another chat's token are strangers. */
const ids = () => ({
  chatId: chat.chatId,
  widgetId: libraries.widgetId,
  queueId: libraries.queueId,
  ticketId,
  attachmentId: newId(),
});

/** A body that the endpoint takes from whoever may. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /chats/{chatId}/close': { clientId: newId() },
  'POST /chats/{chatId}/messages': { clientId: newId(), text: 'Hello' },
  'POST /chats/{chatId}/question': { clientId: newId(), question: 'Hello?' },
  'POST /chats/{chatId}/transfer': { clientId: newId(), queueId: libraries.coopQueueId },
  'PUT /queues/{queueId}/opt-in': { optedIn: false },
  'PATCH /widgets/{widgetId}': { name: 'Mine now' },
  'PUT /chats/{chatId}/resolution': { resolution: 'answered' },
  'PATCH /tickets/{ticketId}': { state: 'closed' },
  'POST /tickets/{ticketId}/replies': { clientId: newId(), text: 'At nine.', after: 0 },
  'POST /tickets/{ticketId}/notes': { clientId: newId(), text: 'Mine now.' },
  'PUT /tickets/{ticketId}/merge': { intoId: newId() },
};

function call(endpoint: Endpoint, caller: Caller) {
  const body = BODIES[nameOf(endpoint)];
  return house.call(endpoint, { params: ids(), query: undefined, body } as never, caller);
}

test('every endpoint of the contract is bound', () => {
  expect(findUnrouted(house.app)).toEqual([]);
});

describe('nobody', () => {
  const closed = all.filter(({ access }) => access !== 'public');
  test.each(closed.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    'is asked to sign in by %s',
    async (_, endpoint) => {
      expect(await call(endpoint, NOBODY)).toMatchObject({ status: 401, code: 'not_signed_in' });
    },
  );

  test.each(closed.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    'is not helped at %s by a forged token or cookie',
    async (_, endpoint) => {
      const forged = [bearer(`${chat.chatId}.AAAA`), { ...asSadie, cookie: 'carrel_session=x' }];
      for (const caller of forged)
        expect(await call(endpoint, caller)).toMatchObject({ status: 401 });
    },
  );
});

describe('a stranger finds nothing at', () => {
  // Of a chat and what surrounds it; who may administer what is each feature's own table.
  const { chats, tickets, widgets, queues } = ENDPOINTS;
  const byId = [
    ...Object.values<Endpoint>({ ...chats, ...tickets, ...widgets }),
    queues.optIntoQueue,
  ].filter(({ path }) => path.includes('{'));
  const forStaff = byId.filter(({ access }) => access === 'staff' || access === 'party');
  const forPatrons = byId.filter(({ access }) => access === 'patron' || access === 'party');

  test.each(forStaff.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s, as staff of another library',
    async (_, endpoint) => {
      expect(await call(endpoint, asEve)).toMatchObject({ status: 404, code: 'not_found' });
    },
  );

  test.each(forPatrons.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s, as the patron of another chat',
    async (_, endpoint) => {
      expect(await call(endpoint, other.patron)).toMatchObject({ status: 404, code: 'not_found' });
    },
  );

  test('and what they tried has changed nothing', async () => {
    const { state } = await sql
      .selectFrom('chats')
      .select('state')
      .where('id', '=', chat.chatId)
      .executeTakeFirstOrThrow();
    const said = await sql
      .selectFrom('chatEvents')
      .select('text')
      .where('chatId', '=', chat.chatId)
      .where('kind', '=', 'message')
      .execute();
    expect(state).toBe('active');
    expect(said).toEqual([{ text: 'May I read this?' }]);
  });
});

test.each(
  all
    .filter(({ access }) => access === 'patron')
    .map((endpoint) => [nameOf(endpoint), endpoint] as const),
)('staff are no patrons at %s', async (_, endpoint) => {
  expect(await call(endpoint, asSadie)).toMatchObject({ status: 401, code: 'not_signed_in' });
});

test.each(
  all
    .filter(({ access }) => access === 'staff')
    .map((endpoint) => [nameOf(endpoint), endpoint] as const),
)('a patron is no staff at %s', async (_, endpoint) => {
  expect(await call(endpoint, chat.patron)).toMatchObject({ status: 401, code: 'not_signed_in' });
});
