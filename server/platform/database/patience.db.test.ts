import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/index.ts';
import { buildTestApp } from '../http/test-app.ts';
import { isDatabaseBusy, openDatabase } from './index.ts';
import type { Patience } from './patience.ts';

const connection = await testDatabase();
const LONG = 60_000;
const open = (shortly: Omit<Patience, 'wait'>) => {
  const patience = { wait: LONG, ...shortly };
  const database = openDatabase(connection, { connections: 3, patience, onError: () => undefined });
  afterAll(() => database.close());
  return database.pool;
};

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a connection of the pool', () => {
  test('gives up a lock that another holds, and can be used again', async () => {
    const pool = open({ lock: 20, statement: LONG, idle: LONG });
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('select from installation for update');

    const waiter = await pool.connect();
    const failure = await failureOf(waiter.query('select from installation for update'));
    expect(failure).toMatchObject({ code: '55P03' });
    expect(isDatabaseBusy(failure)).toBe(true);

    await holder.query('rollback');
    expect((await waiter.query('select from installation for update')).rowCount).toBe(1);
    waiter.release();
    holder.release();
  });

  test('gives up a statement that takes too long', async () => {
    const pool = open({ lock: LONG, statement: 20, idle: LONG });
    const failure = await failureOf(pool.query('select pg_sleep(60)'));
    expect(failure).toMatchObject({ code: '57014' });
    expect(isDatabaseBusy(failure)).toBe(true);
  });

  test('does not keep a transaction that nobody goes on with', async () => {
    const pool = open({ lock: LONG, statement: LONG, idle: 20 });
    const client = await pool.connect();
    const ended = new Promise<Error>((resolve) => client.once('error', resolve));
    // At once: between two statements a busy machine may take longer than it is patient here.
    await client.query('begin; select from installation for update');
    expect(isDatabaseBusy(await ended)).toBe(true);
    client.release(true);
    expect((await pool.query('select from installation for update')).rowCount).toBe(1);
  });

  test('waits for as long as it takes, where nobody said how long', async () => {
    const database = openDatabase(connection, { connections: 1, onError: () => undefined });
    const { rows } = await database.pool.query('show lock_timeout');
    expect(rows).toEqual([{ lock_timeout: '0' }]);
    await database.close();
  });
});

test('who asked is told to try again, and that nothing was changed', async () => {
  const app = buildTestApp();
  afterAll(() => app.close());
  app.get('/busy', async () => {
    throw Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
  });
  const answer = await app.inject('/busy');
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('2');
  expect(answer.json()).toMatchObject({
    code: 'unavailable',
    detail: expect.stringContaining('nothing was changed'),
  });
});

test.each([
  ['a unique index', Object.assign(new Error('no'), { code: '23505' })],
  ['a server that stops', Object.assign(new Error('no'), { code: '57P01' })],
  ['no error at all', '55P03'],
])('%s is no busy database', (_, error) => {
  expect(isDatabaseBusy(error)).toBe(false);
});
