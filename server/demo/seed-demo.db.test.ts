import { sql as fragment } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeInstitution } from '../../test/factories.ts';
import { testFeatureApp, testParts } from '../../test/feature-app.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { StartError } from '../platform/start-error.ts';
import { staffedQueues } from '../queues/index.ts';
import { routeSessions } from '../security/index.ts';
import { prepareSetup } from '../setup/index.ts';
import { findWidget } from '../widgets/index.ts';
import { seedDemo } from './index.ts';
import { LIBRARIES } from './libraries.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeSessions(app, parts);

beforeEach(async () => {
  await fragment`truncate institutions, coops, pools, rooms cascade`.execute(sql);
  await sql.updateTable('installation').set({ consortiumName: null, setUpAt: null }).execute();
});

const codes = ['northfield', 'harbour', 'eastvale'] as const;

async function staffedBy(username: string) {
  const { id } = await sql
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const queues = await staffedQueues(sql, [id]);
  return queues.map(({ name, optedIn }) => [name, optedIn]);
}

describe('on an empty database', () => {
  beforeEach(async () => {
    expect(await seedDemo(parts)).toBe(true);
  });

  test('everybody signs in with the one password', async () => {
    const accounts = await sql.selectFrom('accounts').select(['username', 'role']).execute();
    expect(accounts).toHaveLength(13);
    for (const { username } of accounts) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { origin: PUBLIC_URL },
        payload: { username, password: 'carrel-demo' },
      });
      expect([username, answer.statusCode]).toEqual([username, 201]);
    }
  });

  test('each library has an admin and three operators, and one of them houses the owner', async () => {
    const rows = await sql
      .selectFrom('accounts')
      .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
      .select(['code', 'role', 'username'])
      .execute();
    for (const code of codes) {
      const staff = rows.filter((row) => row.code === code && row.role !== 'owner');
      expect(staff.filter(({ role }) => role === 'operator')).toHaveLength(3);
      expect(staff.filter(({ role }) => role === 'admin')).toMatchObject([
        { username: `${code}-admin` },
      ]);
      expect(staff.every(({ username }) => username.startsWith(`${code}-`))).toBe(true);
    }
    expect(rows.filter(({ role }) => role === 'owner')).toMatchObject([{ username: 'owner' }]);
  });

  test('levels are as a co-op would give them', async () => {
    const rows = await sql
      .selectFrom('coopMemberships')
      .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
      .select(['username', 'level'])
      .execute();
    const levels = new Map(rows.map(({ username, level }) => [username, level]));
    expect(levels.size).toBe(12);
    expect(levels.get('owner')).toBeUndefined();
    expect(levels.get('northfield-admin')).toBe('institutionAdmin');
    expect(levels.get('harbour-admin')).toBe('institutionAdmin');
    expect(levels.get('eastvale-admin')).toBe('coopAdmin');
    expect(levels.get('northfield-sadie-p')).toBe('regular');
  });

  test('operators are opted in, at home and in the co-op; admins are not, until they say so', async () => {
    expect(await staffedBy('northfield-sadie-p')).toEqual([
      ['Northfield Proactive', true],
      ['Northfield Reference', true],
      ['En español', false],
      ['Night Owls', true],
    ]);
    expect(await staffedBy('eastvale-luc-t')).toEqual([
      ['Eastvale Research Help', true],
      ['En español', false],
      ['Night Owls', true],
    ]);
    expect(await staffedBy('harbour-admin')).toEqual([
      ['Harbour City Information', false],
      ['En español', false],
      ['Night Owls', false],
    ]);
    expect(await staffedBy('harbour-elena-v')).toContainEqual(['En español', true]);
    expect(await staffedBy('owner')).toEqual([]);
  });

  test.each(LIBRARIES)(
    '$name’s widget asks its own desk, and Night Owls after 20 seconds',
    async ({ code, widgetId, languages }) => {
      const widget = await findWidget(sql, widgetId);
      const queue = await sql
        .selectFrom('queues')
        .innerJoin('institutions', 'institutions.id', 'queues.institutionId')
        .where('code', '=', code)
        .where('kind', '=', 'chat')
        .select('queues.id')
        .executeTakeFirstOrThrow();
      const coop = await sql.selectFrom('coops').select('id').executeTakeFirstOrThrow();
      expect(widget?.languages).toEqual(languages);
      expect(widget?.chain).toMatchObject([
        { queueId: queue.id, waitSeconds: 20 },
        { coopId: coop.id },
      ]);
    },
  );

  test('there are canned messages of each library and of all, and a room', async () => {
    const pools = await sql
      .selectFrom('pools')
      .innerJoin('poolMessages', 'poolMessages.poolId', 'pools.id')
      .select(({ fn }) => ['pools.name', fn.countAll<number>().as('messages')])
      .groupBy('pools.id')
      .orderBy('pools.name')
      .execute();
    expect(pools.map(({ name }) => name)).toEqual([
      'Eastvale University',
      'Harbour City Public Library',
      'Night Owls',
      'Northfield College',
    ]);
    expect(pools.every(({ messages }) => messages >= 5)).toBe(true);
    expect(await sql.selectFrom('rooms').select('name').execute()).toHaveLength(1);
  });

  test('each library has a policy page; one is overdue, one shares a credential', async () => {
    const pages = await sql
      .selectFrom('policyPages')
      .innerJoin('institutions', 'institutions.id', 'policyPages.institutionId')
      .select((eb) => [
        'institutions.code',
        eb(eb.cast<Date>('policyPages.reviewBy', 'timestamptz'), '<', parts.clock.now()).as(
          'isOverdue',
        ),
        eb
          .selectFrom('policySecrets')
          .whereRef('policySecrets.institutionId', '=', 'institutions.id')
          .select(({ fn }) => fn.countAll<number>().as('secrets'))
          .as('secrets'),
      ])
      .orderBy('institutions.code')
      .execute();
    expect(pages).toEqual([
      { code: 'eastvale', isOverdue: false, secrets: 0 },
      { code: 'harbour', isOverdue: true, secrets: 0 },
      { code: 'northfield', isOverdue: false, secrets: 1 },
    ]);
  });

  test('a second start leaves everything as it is, and prints no set-up link', async () => {
    const before = await sql.selectFrom('accounts').selectAll().orderBy('id').execute();
    expect(await seedDemo(parts)).toBe(false);
    expect(await sql.selectFrom('accounts').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await prepareSetup(parts)).toBeNull();
  });
});

test('two processes that start at once seed it once', async () => {
  const seeded = await Promise.all([seedDemo(parts), seedDemo(parts)]);
  expect(seeded.sort()).toEqual([false, true]);
  expect(await sql.selectFrom('institutions').select('id').execute()).toHaveLength(3);
});

test('a database with a library of its own is left alone, even one that is called Northfield', async () => {
  const institutionId = await makeInstitution(sql, 'northfield');
  await expect(seedDemo(parts)).rejects.toThrow(StartError);
  expect(await sql.selectFrom('institutions').select('id').execute()).toEqual([
    { id: institutionId },
  ]);
  expect(await sql.selectFrom('accounts').select('id').execute()).toEqual([]);
});
