import { beforeAll, describe, expect, test } from 'vitest';
import type { Ticket } from '#protocol/tickets.ts';
import { makeAccount, makeInstitution, makeQueue, makeWidget } from '../../test/factories.ts';
import {
  type StaffHeaders,
  staffHeaders,
  testFeatureApp,
  testParts,
} from '../../test/feature-app.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';
import { routeTickets } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeTickets(app, parts, { mailHookSecret: null });

const SITE = 'https://www.northfield.example';

let widgetId: string;
let strictWidgetId: string;
let operator: StaffHeaders;
let stranger: StaffHeaders;
let owner: StaffHeaders;

beforeAll(async () => {
  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const queueId = await makeQueue(sql, { institutionId: northfield });
  const chain = [{ queueId, waitSeconds: 20 }];
  widgetId = await makeWidget(sql, { institutionId: northfield, chain });
  strictWidgetId = await makeWidget(sql, {
    institutionId: northfield,
    chain,
    allowedOrigins: [SITE],
  });
  const signIn = async (
    username: string,
    institutionId: string,
    role: 'operator' | 'admin' | 'owner',
  ) => staffHeaders(parts, await makeAccount(sql, { username, institutionId, role }));
  operator = await signIn('sadie', northfield, 'operator');
  stranger = await signIn('joe', harbour, 'admin');
  owner = await signIn('ruth', harbour, 'owner');
});

const form = () => ({
  clientId: newId(),
  question: 'May I bring my dog?',
  name: 'Sam',
  email: 'sam@example.org',
  page: { url: `${SITE}/visit`, title: 'Visit us' },
});

function leave(body: object, origin: string | undefined = SITE, widget = widgetId) {
  return app.inject({
    method: 'POST',
    url: `/api/v1/widgets/${widget}/questions`,
    headers: { ...(origin && { origin }) },
    payload: body,
  });
}

async function list(headers: StaffHeaders, query = '') {
  const answer = await app.inject({ url: `/api/v1/tickets${query}`, headers: { ...headers } });
  return answer.json<{ items: Ticket[]; nextCursor: string | null }>();
}

function change(headers: StaffHeaders, ticketId: string, state: string) {
  return app.inject({
    method: 'PATCH',
    url: `/api/v1/tickets/${ticketId}`,
    headers: { ...headers },
    payload: { state },
  });
}

const find = async (headers: StaffHeaders, ticketId: string) =>
  (await list(headers, '?limit=200')).items.find(({ id }) => id === ticketId);

describe('the offline form', () => {
  test('leaves a new question at the library, with all that was written', async () => {
    const answer = await leave(form());
    expect(answer.statusCode).toBe(201);
    const { clientId: _, ...written } = form();
    expect(await find(operator, answer.json().ticketId)).toMatchObject({
      ...written,
      state: 'new',
      chatId: null,
      institutionName: 'northfield library',
    });
  });

  test('asks for nothing but the question', async () => {
    const answer = await leave({ clientId: newId(), question: 'Open on Monday?' });
    expect(answer.statusCode).toBe(201);
    expect(await find(operator, answer.json().ticketId)).toMatchObject({
      name: null,
      email: null,
      page: null,
    });
  });

  test('sent twice, and twice at once, is one question', async () => {
    const body = form();
    const together = await Promise.all([leave(body), leave(body), leave(body)]);
    const later = await leave({ ...body, page: { url: `${SITE}/elsewhere`, title: 'Elsewhere' } });

    expect(together.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(later.statusCode).toBe(200);
    const ids = [...together, later].map((answer) => answer.json().ticketId);
    expect(new Set(ids).size).toBe(1);
    const stored = await sql
      .selectFrom('tickets')
      .select('id')
      .where('clientId', '=', body.clientId)
      .execute();
    expect(stored).toHaveLength(1);
  });

  test.each([
    ['question', { question: 'May I bring my cat?' }],
    ['address', { email: 'someone-else@example.org' }],
  ])(
    'with another %s under the same client id is refused, and the first stays',
    async (_field, other) => {
      const body = form();
      const first = await leave(body);
      const second = await leave({ ...body, ...other });
      expect(second.statusCode).toBe(409);
      expect(second.json()).toMatchObject({ code: 'client_id_taken' });
      expect(await find(operator, first.json().ticketId)).toMatchObject({
        question: body.question,
        email: body.email,
      });
    },
  );

  test('with half an emoji at its end is the same question when it is sent again', async () => {
    const body = { ...form(), question: 'Where are the maps? \ud83d' };
    const answers = [await leave(body), await leave(body)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200]);
  });

  test.each(['https://www.northfield.example/\0', 'javascript:alert(1)', 'nowhere'])(
    'from the page %j is refused by name',
    async (url) => {
      const answer = await leave({ ...form(), page: { url, title: '' } });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors).toMatchObject([{ path: 'page.url' }]);
    },
  );

  test('may stand at two libraries under one client id', async () => {
    const body = form();
    const here = await leave(body);
    const there = await leave(body, SITE, strictWidgetId);
    expect([here.statusCode, there.statusCode]).toEqual([201, 201]);
    expect(here.json().ticketId).not.toBe(there.json().ticketId);
  });

  test.each([
    ['a listed page', SITE, 201],
    ['Carrel’s own page', PUBLIC_URL, 201],
    ['a page that is not listed', 'https://evil.example', 403],
    ['a program that names no page', undefined, 403],
  ])('of a library that lists its sites, sent from %s', async (_from, origin, status) => {
    const before = (await list(operator, '?limit=200')).items.length;
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/widgets/${strictWidgetId}/questions`,
      headers: { ...(origin && { origin }) },
      payload: form(),
    });
    expect(answer.statusCode).toBe(status);
    const after = (await list(operator, '?limit=200')).items.length;
    expect(after - before).toBe(status === 201 ? 1 : 0);
  });

  test('of a widget that there is not is not found', async () => {
    expect((await leave(form(), SITE, newId())).statusCode).toBe(404);
  });
});

describe('the list', () => {
  test('is empty for a stranger, and full for the library’s staff and the owner', async () => {
    const { ticketId } = (await leave(form())).json();
    expect(await list(stranger)).toEqual({ items: [], nextCursor: null });
    expect((await list(operator)).items[0]?.id).toBe(ticketId);
    expect((await list(owner)).items[0]?.id).toBe(ticketId);
  });

  test('comes in pages, newest first, each question once, whatever arrives meanwhile', async () => {
    for (let n = 0; n < 5; n += 1) await leave(form());
    const all = (await list(operator, '?limit=200')).items.map(({ id }) => id);
    expect(all).toEqual([...all].sort().reverse());

    const leafed: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await list(operator, `?limit=2${next}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      leafed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await leave(form());
    } while (cursor !== null);
    expect(leafed).toEqual(all);
  });

  test('narrows to one state', async () => {
    const { ticketId } = (await leave(form())).json();
    await change(operator, ticketId, 'pending');
    const ids = async (state: string) =>
      (await list(operator, `?state=${state}&limit=200`)).items.map(({ id }) => id);
    expect(await ids('pending')).toContain(ticketId);
    expect(await ids('new')).not.toContain(ticketId);
  });

  test.each(['newest', '0', '%00', "';--"])(
    'refuses the cursor %s, which no page ended with',
    async (cursor) => {
      const answer = await app.inject({
        url: `/api/v1/tickets?cursor=${cursor}`,
        headers: { ...operator },
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toMatchObject([{ path: 'cursor' }]);
    },
  );
});

describe('moving a question on', () => {
  test('is done by any of the library’s staff, and by the owner', async () => {
    const { ticketId } = (await leave(form())).json();
    const byOperator = await change(operator, ticketId, 'open');
    expect(byOperator.statusCode).toBe(200);
    expect(byOperator.json()).toMatchObject({ id: ticketId, state: 'open' });
    expect((await change(owner, ticketId, 'closed')).json()).toMatchObject({ state: 'closed' });
    expect(await find(operator, ticketId)).toMatchObject({ state: 'closed' });
  });

  test('is not there for another library’s admin', async () => {
    const { ticketId } = (await leave(form())).json();
    expect((await change(stranger, ticketId, 'closed')).statusCode).toBe(404);
    expect(await find(operator, ticketId)).toMatchObject({ state: 'new' });
  });

  test('leads to known states alone', async () => {
    const { ticketId } = (await leave(form())).json();
    expect((await change(operator, ticketId, 'burnt')).statusCode).toBe(400);
    expect((await change(operator, newId(), 'open')).statusCode).toBe(404);
  });
});
