import { beforeAll, describe, expect, test } from 'vitest';
import type { ChainStep, Widget } from '#protocol/widgets.ts';
import {
  makeAccount,
  makeCoop,
  makeInstitution,
  makeQueue,
  makeWidget,
} from '../../test/factories.ts';
import type { StaffHeaders } from '../../test/feature-app.ts';
import { staffHeaders, testFeatureApp, testParts } from '../../test/feature-app.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';
import { findWidget, routeWidgets } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeWidgets(app, parts);

type Person = 'owner' | 'admin' | 'operator' | 'foreignAdmin' | 'stranger';
const as: Partial<Record<Person, StaffHeaders>> = {};
let northfield: string;
let harbour: string;
let queueId: string;
let foreignQueueId: string;
let coopId: string;
let coopQueueId: string;
let foreignCoopId: string;
let widgetId: string;

beforeAll(async () => {
  northfield = await makeInstitution(sql, 'northfield');
  harbour = await makeInstitution(sql, 'harbour');
  queueId = await makeQueue(sql, { institutionId: northfield });
  foreignQueueId = await makeQueue(sql, { institutionId: harbour });
  coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
  coopQueueId = await makeQueue(sql, { coopId });
  foreignCoopId = await makeCoop(sql, 'Early Birds', [harbour]);
  widgetId = await makeWidget(sql, {
    institutionId: northfield,
    chain: [{ queueId, waitSeconds: 20 }],
  });
  const signIn = async (
    person: Person,
    institutionId: string,
    role: 'owner' | 'admin' | 'operator',
  ) => {
    const accountId = await makeAccount(sql, {
      institutionId,
      username: person.toLowerCase(),
      role,
    });
    as[person] = await staffHeaders(parts, accountId);
  };
  await signIn('owner', harbour, 'owner');
  await signIn('admin', northfield, 'admin');
  await signIn('operator', northfield, 'operator');
  await signIn('foreignAdmin', harbour, 'admin');
  await signIn('stranger', harbour, 'operator');
});

function call(person: Person, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) {
  const headers = { ...as[person] };
  return app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
}

const read = (person: Person) => call(person, 'GET', `/widgets/${widgetId}`);
const change = (person: Person, body: object) =>
  call(person, 'PATCH', `/widgets/${widgetId}`, body);
const create = (person: Person, body: object) => call(person, 'POST', '/widgets', body);

describe('who sees a widget', () => {
  test.each(['operator', 'admin', 'owner'] as const)(
    'an %s of the library reads it',
    async (who) => {
      const answer = await read(who);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        id: widgetId,
        institutionName: 'northfield library',
        chatUrl: `${PUBLIC_URL}/chat/${widgetId}`,
      });
    },
  );

  test.each(['stranger', 'foreignAdmin'] as const)(
    'for a %s of another library there is none',
    async (who) => {
      const reading = await read(who);
      const changing = await change(who, { name: 'Mine now' });
      expect([reading.statusCode, changing.statusCode]).toEqual([404, 404]);
      expect((await findWidget(sql, widgetId))?.name).toBe('Library site');
    },
  );

  test('the list holds one’s own library’s, and all for the owner', async () => {
    const foreignId = await makeWidget(sql, {
      institutionId: harbour,
      chain: [{ queueId: foreignQueueId, waitSeconds: 20 }],
    });
    const idsFor = async (who: Person) => {
      const { items } = (await call(who, 'GET', '/widgets')).json<{ items: Widget[] }>();
      return items.map(({ id }) => id);
    };
    expect(await idsFor('operator')).toEqual([widgetId]);
    expect(await idsFor('stranger')).toEqual([foreignId]);
    expect(await idsFor('owner')).toEqual([foreignId, widgetId]);
  });
});

const entriesOf = (widgetId: string) =>
  sql.selectFrom('audit').selectAll().where('targetId', '=', widgetId).execute();

describe('a change', () => {
  test('is refused to an operator, who sees the widget', async () => {
    const answer = await change('operator', { name: 'Mine now' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'may_not' });
    expect((await findWidget(sql, widgetId))?.name).toBe('Library site');
  });

  test('touches what it names and nothing else', async () => {
    const id = await makeWidget(sql, {
      institutionId: northfield,
      chain: [{ queueId, waitSeconds: 20 }],
      texts: { title: 'Ask us' },
      colour: '#7a2733',
    });
    const before = await findWidget(sql, id);

    const answer = await call('admin', 'PATCH', `/widgets/${id}`, {
      colour: null,
      allowedOrigins: ['https://www.northfield.example'],
    });

    expect(answer.statusCode).toBe(200);
    expect(await findWidget(sql, id)).toEqual({
      ...before,
      colour: null,
      allowedOrigins: ['https://www.northfield.example'],
    });
  });

  test('is told of in the audit log, as far as it went', async () => {
    const id = await makeWidget(sql, { institutionId: northfield, chain: [], name: 'Old' });
    await call('admin', 'PATCH', `/widgets/${id}`, { name: 'New', colour: null });
    expect(await entriesOf(id)).toMatchObject([
      {
        action: 'widget.changed',
        actorName: 'admin',
        targetKind: 'widget',
        targetName: 'Old',
        institutionId: northfield,
        before: { name: 'Old' },
        after: { name: 'New' },
      },
    ]);
    await call('operator', 'PATCH', `/widgets/${id}`, { name: 'Mine now' });
    await call('admin', 'PATCH', `/widgets/${id}`, { name: 'New' });
    expect(await entriesOf(id)).toHaveLength(1);
  });

  test('that names nothing changes nothing', async () => {
    const before = await findWidget(sql, widgetId);
    expect((await change('admin', {})).statusCode).toBe(200);
    expect(await findWidget(sql, widgetId)).toEqual(before);
  });
});

describe('a new widget', () => {
  const wanted = () => ({
    institutionId: northfield,
    name: 'Catalogue',
    chain: [
      { queueId, waitSeconds: 20 },
      { queueId: coopQueueId, waitSeconds: 20 },
      { coopId, waitSeconds: 40 },
    ],
  });

  test('leads to the library’s queues, its co-ops’ queues and its co-ops', async () => {
    const answer = await create('admin', wanted());
    expect(answer.statusCode).toBe(201);
    const made = answer.json<Widget>();
    expect(made.chain).toEqual(wanted().chain);
    expect((await findWidget(sql, made.id))?.chain).toEqual(wanted().chain);
    expect(await entriesOf(made.id)).toMatchObject([
      { action: 'widget.created', before: null, after: { name: 'Catalogue' } },
    ]);
  });

  test.each(['operator', 'foreignAdmin'] as const)('is refused to an %s', async (who) => {
    const answer = await create(who, wanted());
    expect(answer.statusCode).toBe(403);
  });

  test('is made by the owner for any library, but not for one that there is not', async () => {
    expect((await create('owner', wanted())).statusCode).toBe(201);
    const nowhere = await create('owner', { ...wanted(), institutionId: newId() });
    expect(nowhere.statusCode).toBe(422);
    expect(nowhere.json().errors).toMatchObject([{ path: 'institutionId' }]);
  });

  test.each<[string, () => ChainStep, string]>([
    ['another library’s queue', () => ({ queueId: foreignQueueId, waitSeconds: 5 }), 'queueId'],
    ['a queue that there is not', () => ({ queueId: newId(), waitSeconds: 5 }), 'queueId'],
    [
      'a co-op that the library is not in',
      () => ({ coopId: foreignCoopId, waitSeconds: 5 }),
      'coopId',
    ],
    ['a co-op that there is not', () => ({ coopId: newId(), waitSeconds: 5 }), 'coopId'],
  ])('may not lead to %s', async (_where, step, field) => {
    const chain = [{ queueId, waitSeconds: 20 }, step()];

    const making = await create('admin', { ...wanted(), chain });
    const changing = await change('admin', { chain });

    for (const answer of [making, changing]) {
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        code: 'breaks_rule',
        errors: [{ path: `chain.1.${field}` }],
      });
    }
    expect((await findWidget(sql, widgetId))?.chain).toEqual([{ queueId, waitSeconds: 20 }]);
  });
});
