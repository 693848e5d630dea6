import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AssignmentMatrix, QueueDetail } from '#protocol/queue-administration.ts';
import { assign, makeCoop, makeQueue } from '../../test/factories.ts';
import { type StaffHeaders, testFeatureApp, testParts } from '../../test/feature-app.ts';
import { makeNeighbours } from '../../test/neighbours.ts';
import { newId } from '../platform/ids.ts';
import { routeQueues } from '../queues/index.ts';
import { routeAssignments } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeQueues(app, parts);
routeAssignments(app, parts);

let northfield: string;
let harbour: string;
let sadieId: string;
let joeId: string;
let olgaId: string;
let sadie: StaffHeaders;
let ada: StaffHeaders;
let joe: StaffHeaders;
let olga: StaffHeaders;
let queueId: string;
let coopQueueId: string;
let harbourQueueId: string;

beforeAll(async () => {
  const neighbours = await makeNeighbours(parts);
  ({ northfield, harbour } = neighbours);
  const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
  coopQueueId = await makeQueue(sql, { coopId });
  harbourQueueId = await makeQueue(sql, { institutionId: harbour });
  ({ id: sadieId, headers: sadie } = neighbours.sadie);
  ({ id: joeId, headers: joe } = neighbours.joe);
  ({ headers: ada } = neighbours.ada);
  ({ headers: olga } = neighbours.olga);
  // Works at the consortium’s office, which Northfield houses.
  olgaId = neighbours.olga.id;
  await sql
    .updateTable('accounts')
    .set({ institutionId: northfield })
    .where('id', '=', olgaId)
    .execute();
});

beforeEach(async () => {
  queueId = await makeQueue(sql, { institutionId: northfield });
});

type Method = 'GET' | 'PUT' | 'DELETE';

function call(headers: StaffHeaders, method: Method, path: string) {
  return app.inject({ method, url: `/api/v1${path}`, headers: { ...headers } });
}

const cell = (headers: StaffHeaders, method: Method, queue: string, account: string) =>
  call(headers, method, `/queues/${queue}/assignments/${account}`);

const operatorsOf = async (queue: string) =>
  (await call(olga, 'GET', `/queues/${queue}`)).json<QueueDetail>().operatorIds;

const matrixOf = async (headers: StaffHeaders, query = '') =>
  (await call(headers, 'GET', `/assignments${query}`)).json<AssignmentMatrix>();

describe('a cell of the matrix', () => {
  test('is set and cleared by the institution’s admin, twice as well as once', async () => {
    expect((await cell(ada, 'PUT', queueId, sadieId)).statusCode).toBe(204);
    expect((await cell(ada, 'PUT', queueId, sadieId)).statusCode).toBe(204);
    expect(await operatorsOf(queueId)).toEqual([sadieId]);
    expect((await cell(ada, 'DELETE', queueId, sadieId)).statusCode).toBe(204);
    expect((await cell(ada, 'DELETE', queueId, sadieId)).statusCode).toBe(204);
    expect(await operatorsOf(queueId)).toEqual([]);
  });

  test('tells the operator’s desks, and writes an entry for what was changed', async () => {
    const told: string[] = [];
    const unsubscribe = parts.bus.subscribe('operator', ({ accountId }) => told.push(accountId));
    await cell(ada, 'PUT', queueId, sadieId);
    unsubscribe();
    expect(told).toEqual([sadieId]);

    const entries = () =>
      sql
        .selectFrom('audit')
        .select(['action', 'actorName', 'after'])
        .where('targetId', '=', sadieId)
        .orderBy('id', 'desc')
        .execute();
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'account.changed',
      actorName: 'ada',
      after: { queues: expect.arrayContaining([`Reference ${queueId}`]) },
    });
    const count = (await entries()).length;
    await cell(ada, 'PUT', queueId, sadieId);
    expect(await entries()).toHaveLength(count);
  });

  test('is opted in from the start, and an opt-out stays when it is set again', async () => {
    await cell(ada, 'PUT', queueId, sadieId);
    const optedIn = async () =>
      (
        await sql
          .selectFrom('assignments')
          .select('optedIn')
          .where('queueId', '=', queueId)
          .executeTakeFirstOrThrow()
      ).optedIn;
    expect(await optedIn()).toBe(true);
    await sql
      .updateTable('assignments')
      .set({ optedIn: false })
      .where('queueId', '=', queueId)
      .execute();
    await cell(ada, 'PUT', queueId, sadieId);
    expect(await optedIn()).toBe(false);
  });

  const cells: readonly [string, () => StaffHeaders, () => string, () => string, number][] = [
    ['an operator’s own', () => sadie, () => queueId, () => sadieId, 403],
    ['a neighbour’s queue', () => joe, () => queueId, () => joeId, 404],
    ['a neighbour’s account', () => ada, () => queueId, () => joeId, 404],
    ['the owner’s account, for an admin', () => ada, () => queueId, () => olgaId, 403],
    ['a co-op’s queue', () => ada, () => coopQueueId, () => sadieId, 403],
    ['a co-op’s queue, for the owner', () => olga, () => coopQueueId, () => sadieId, 403],
    ['no queue', () => olga, () => newId(), () => sadieId, 404],
    ['no account', () => olga, () => queueId, () => newId(), 404],
    ['anything, for the owner', () => olga, () => queueId, () => joeId, 204],
  ];
  test.each(cells)('of %s', async (_, headers, queue, account, status) => {
    const answers = [
      await cell(headers(), 'PUT', queue(), account()),
      await cell(headers(), 'DELETE', queue(), account()),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status]);
  });
});

describe('the matrix', () => {
  test('has what the caller manages: their institution’s; for the owner, all', async () => {
    await assign(sql, { queueId, accountId: sadieId, optedIn: false });
    const own = await matrixOf(ada);
    const position = own.queues.findIndex(({ id }) => id === queueId);
    expect(own.queues.every(({ institutionId }) => institutionId === northfield)).toBe(true);
    expect(own.operators.map(({ username }) => username)).toEqual(['ada', 'olga', 'sadie']);
    const ofSadie = own.operators.find(({ accountId }) => accountId === sadieId);
    expect(ofSadie).toMatchObject({ institutionName: 'northfield library', mayEdit: true });
    expect(ofSadie?.assigned).toContain(position);
    expect(own.operators.find(({ accountId }) => accountId === olgaId)?.mayEdit).toBe(false);

    const all = await matrixOf(olga);
    expect(all.queues.map(({ id }) => id)).toEqual(
      expect.arrayContaining([queueId, harbourQueueId]),
    );
    expect(all.queues.map(({ id }) => id)).not.toContain(coopQueueId);
    expect(all.operators.map(({ username }) => username)).toContain('joe');
  });

  test('narrows to an institution and to words, and never to what is not the caller’s', async () => {
    expect((await matrixOf(olga, `?institutionId=${harbour}`)).operators).toMatchObject([
      { username: 'joe' },
    ]);
    expect((await matrixOf(olga, '?q=NORTHFIELD%20sad')).operators).toMatchObject([
      { username: 'sadie' },
    ]);
    expect((await matrixOf(olga, '?q=_')).operators).toEqual([]);
    expect(await matrixOf(ada, `?institutionId=${harbour}`)).toEqual({ queues: [], operators: [] });
  });

  test('is not for operators', async () => {
    expect((await call(sadie, 'GET', '/assignments')).statusCode).toBe(403);
    expect((await call(sadie, 'GET', '/assignments/export?format=csv')).statusCode).toBe(403);
  });

  test('leaves out what was deleted', async () => {
    await assign(sql, { queueId, accountId: sadieId, optedIn: true });
    const before = (await matrixOf(ada)).queues.length;
    await sql
      .updateTable('queues')
      .set({ deletedAt: new Date() })
      .where('id', '=', queueId)
      .execute();
    const after = await matrixOf(ada);
    expect(after.queues).toHaveLength(before - 1);
    expect(
      await call(ada, 'GET', '/assignments/export?format=csv').then(({ body }) => body),
    ).not.toContain(queueId);
  });
});

describe('its files', () => {
  test('as CSV have a mark for each assignment, under the queue’s name', async () => {
    await sql
      .updateTable('queues')
      .set({ name: '=Law, "old"' })
      .where('id', '=', queueId)
      .execute();
    await assign(sql, { queueId, accountId: sadieId, optedIn: true });
    const answer = await call(ada, 'GET', '/assignments/export?format=csv&q=sadie');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="assignments-[\d-]+\.csv"$/,
      ),
    });
    const [heading = '', ...lines] = answer.body.trimEnd().split('\r\n');
    // A name that a spreadsheet would run is told from a formula by an apostrophe.
    expect(heading).toContain(`"'=Law, ""old"""`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^sadie,sadie,northfield library,(,|x)*x/);
  });

  test('as XLSX are a workbook that spreadsheets open', async () => {
    const answer = await call(olga, 'GET', '/assignments/export?format=xlsx');
    expect(answer.headers['content-type']).toContain('spreadsheetml.sheet');
    // A ZIP archive, by its first four bytes.
    expect(answer.rawPayload.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
    expect(answer.rawPayload.includes('xl/worksheets/sheet1.xml')).toBe(true);
  });

  test('are of these two kinds alone', async () => {
    expect((await call(olga, 'GET', '/assignments/export?format=pdf')).statusCode).toBe(400);
  });
});
