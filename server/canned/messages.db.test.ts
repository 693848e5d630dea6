import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CannedMessage } from '#protocol/canned-messages.ts';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import {
  type StaffHeaders,
  staffHeaders,
  testFeatureApp,
  testParts,
} from '../../test/feature-app.ts';
import { newId } from '../platform/ids.ts';
import { routeCanned } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeCanned(app, parts);

let northfield: string;
let sadieId: string;
let sadie: StaffHeaders;
let ada: StaffHeaders;
let joe: StaffHeaders;
let poolId: string;

beforeAll(async () => {
  northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  sadieId = await makeAccount(sql, {
    username: 'sadie',
    institutionId: northfield,
    role: 'operator',
  });
  sadie = await staffHeaders(parts, sadieId);
  const adaId = await makeAccount(sql, {
    username: 'ada',
    institutionId: northfield,
    role: 'admin',
  });
  ada = await staffHeaders(parts, adaId);
  const joeId = await makeAccount(sql, { username: 'joe', institutionId: harbour, role: 'admin' });
  joe = await staffHeaders(parts, joeId);
});

beforeEach(async () => {
  poolId = await makePool(sadieId);
});

async function makePool(...memberIds: string[]): Promise<string> {
  const id = newId();
  await sql
    .insertInto('pools')
    .values({ id, name: `Pool ${id}`, institutionId: northfield, createdAt: new Date() })
    .execute();
  for (const accountId of memberIds)
    await sql.insertInto('poolMembers').values({ poolId: id, accountId }).execute();
  return id;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

function call(headers: StaffHeaders, method: Method, path: string, payload?: object) {
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...headers },
    ...(payload && { payload }),
  });
}

async function add(title: string, text: string, pool = poolId): Promise<CannedMessage> {
  const answer = await call(ada, 'POST', `/pools/${pool}/messages`, { title, text });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

const read = async (headers: StaffHeaders) =>
  (await call(headers, 'GET', `/pools/${poolId}/messages`)).json<{ items: CannedMessage[] }>()
    .items;

async function search(headers: StaffHeaders, q: string): Promise<string[]> {
  const answer = await call(headers, 'GET', `/canned-messages?q=${encodeURIComponent(q)}`);
  return answer.json<{ items: CannedMessage[] }>().items.map(({ title }) => title);
}

describe('the messages of a pool', () => {
  test('are written by the admin and read by the staff, by title', async () => {
    const renewing = await add('Renewing', 'In My Account.');
    const hours = await add('hours', '  We open at nine.\n  Always.');
    expect(await read(sadie)).toEqual([hours, renewing]);
    const pools = (await call(sadie, 'GET', '/pools')).json<{ items: { id: string }[] }>().items;
    expect(pools.find(({ id }) => id === poolId)).toMatchObject({ messages: 2 });
  });

  test('are changed in part, and deleted', async () => {
    const { id } = await add('Hours', 'At nine.');
    const changed = await call(ada, 'PATCH', `/pools/${poolId}/messages/${id}`, {
      text: 'At ten.',
    });
    expect(changed.json()).toEqual({ id, poolId, title: 'Hours', text: 'At ten.' });
    expect((await call(ada, 'DELETE', `/pools/${poolId}/messages/${id}`)).statusCode).toBe(204);
    expect(await read(sadie)).toEqual([]);
    expect((await call(ada, 'DELETE', `/pools/${poolId}/messages/${id}`)).statusCode).toBe(404);
    const entries = await sql
      .selectFrom('audit')
      .select(['action', 'before', 'after'])
      .where('targetId', '=', id)
      .orderBy('id')
      .execute();
    expect(entries).toMatchObject([
      { action: 'canned_message.created', after: { title: 'Hours', text: 'At nine.' } },
      {
        action: 'canned_message.changed',
        before: { text: 'At nine.' },
        after: { text: 'At ten.' },
      },
      { action: 'canned_message.deleted', before: { text: 'At ten.' } },
    ]);
  });

  test('are not changed by operators, and not there for another library', async () => {
    const { id } = await add('Hours', 'At nine.');
    const tries = async (headers: StaffHeaders) => [
      (await call(headers, 'POST', `/pools/${poolId}/messages`, { title: 'X', text: 'Y' }))
        .statusCode,
      (await call(headers, 'PATCH', `/pools/${poolId}/messages/${id}`, { title: 'X' })).statusCode,
      (await call(headers, 'DELETE', `/pools/${poolId}/messages/${id}`)).statusCode,
    ];
    expect(await tries(sadie)).toEqual([403, 403, 403]);
    expect(await tries(joe)).toEqual([404, 404, 404]);
    expect((await call(joe, 'GET', `/pools/${poolId}/messages`)).statusCode).toBe(404);
    expect(await read(sadie)).toMatchObject([{ title: 'Hours', text: 'At nine.' }]);
  });

  test('are not reached through another pool', async () => {
    const { id } = await add('Hours', 'At nine.');
    const other = await makePool();
    expect(
      (await call(ada, 'PATCH', `/pools/${other}/messages/${id}`, { title: 'X' })).statusCode,
    ).toBe(404);
    expect((await call(ada, 'DELETE', `/pools/${other}/messages/${id}`)).statusCode).toBe(404);
    expect(await read(sadie)).toMatchObject([{ title: 'Hours' }]);
  });

  test.each([
    { title: '', text: 'Y' },
    { title: 'X', text: '  ' },
    { title: 'X', text: 'a\0b' },
  ])('are refused as %j', async (message) => {
    expect((await call(ada, 'POST', `/pools/${poolId}/messages`, message)).statusCode).toBe(422);
  });
});

describe('the search at the desk', () => {
  test('finds every word in title or text, the best title first', async () => {
    await add('Off campus', 'Start at the library’s page for renewals.');
    await add('Fees and renewals', 'None.');
    await add('Renewals', 'In My Account.');
    await add('100% online', 'All of it.');
    expect(await search(sadie, 'RENEWALS')).toEqual([
      'Renewals',
      'Fees and renewals',
      'Off campus',
    ]);
    expect(await search(sadie, 'page renewals')).toEqual(['Off campus']);
    expect(await search(sadie, '%')).toEqual(['100% online']);
    expect(await search(sadie, 'a_y')).toEqual([]);
  });

  test('is of living pools that one is a member of, and of no others', async () => {
    const title = `Secret ${newId()}`;
    const foreign = await makePool();
    await add(title, 'Text', foreign);
    const shared = await makePool(sadieId);
    await add(title, 'Text', shared);
    expect(await search(sadie, title)).toEqual([title]);
    expect(await search(ada, title)).toEqual([]);
    expect(await search(joe, title)).toEqual([]);
    await call(ada, 'DELETE', `/pools/${shared}`);
    expect(await search(sadie, title)).toEqual([]);
  });
});
