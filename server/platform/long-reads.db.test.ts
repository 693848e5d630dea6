import { sql as fragment } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database/index.ts';
import { testParts } from '../../test/feature-app.ts';
import { openDatabase, type Queries } from './database/index.ts';
import type { Patience } from './database/patience.ts';
import { buildTestApp } from './http/test-app.ts';
import { type Reading, readLong } from './long-reads.ts';

const LONG = 60_000;
/** And yet enough for what takes no time, on a machine with much else to do. */
const SHORT = 500;
const connection = await testDatabase();
const base = await testParts();

/** Parts with a single connection for long reads. */
function partsWith(shortly: Partial<Patience>) {
  const patience = { wait: LONG, lock: LONG, statement: LONG, idle: LONG, ...shortly };
  const reading = openDatabase(connection, { connections: 1, patience, onError: () => undefined });
  afterAll(() => reading.close());
  return { ...base, reading };
}

const stays = () => new AbortController().signal;
const answer = async ({ sql }: Reading) =>
  (await fragment<{ it: number }>`select 42 as it`.execute(sql)).rows;

async function countSleepers(sql: Queries): Promise<number | undefined> {
  const { rows } = await fragment<{ n: number }>`
    select count(*) as n from pg_stat_activity
    where datname = ${connection.database} and wait_event = 'PgSleep'`.execute(sql);
  return rows[0]?.n;
}

const sleep = ({ sql }: Reading) => fragment`select pg_sleep(60)`.execute(sql);

test('a read that takes too long is given up, with what to do, and the next one is answered', async () => {
  const parts = partsWith({ statement: SHORT });
  await expect(readLong(parts, stays(), sleep)).rejects.toMatchObject({
    code: 'too_long',
    detail: expect.stringContaining('Choose a shorter period'),
    headers: { 'retry-after': '5' },
  });
  expect(await readLong(parts, stays(), answer)).toEqual([{ it: 42 }]);
});

test('where others hold all connections for too long, one is told so', async () => {
  const parts = partsWith({ wait: SHORT });
  const held = await parts.reading.pool.connect();
  await expect(readLong(parts, stays(), answer)).rejects.toMatchObject({
    code: 'unavailable',
    detail: expect.stringContaining('Too many others'),
  });
  held.release();
  expect(await readLong(parts, stays(), answer)).toEqual([{ it: 42 }]);
});

test('whoever goes away takes the statement with them', async () => {
  const parts = partsWith({});
  const gone = new AbortController();
  const reading = readLong(parts, gone.signal, (within) => {
    const sleeping = sleep(within);
    gone.abort();
    return sleeping;
  });
  await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
  expect(await readLong(parts, stays(), answer)).toEqual([{ it: 42 }]);
});

test('so does a browser that asks for something else meanwhile', async () => {
  const parts = partsWith({});
  const app = buildTestApp();
  afterAll(() => app.close());
  app.get('/slow', (request) => readLong(parts, request.signal, sleep));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });

  const browser = new AbortController();
  const asked = fetch(`${address}/slow`, { signal: browser.signal });
  const sleepers = () => countSleepers(base.database.sql);
  await expect.poll(sleepers).toBe(1);
  browser.abort();
  await expect(asked).rejects.toThrow();
  await expect.poll(sleepers, { timeout: 10_000 }).toBe(0);
});

test('whoever went away while they waited for a connection, for them nothing is read', async () => {
  const parts = partsWith({});
  const held = await parts.reading.pool.connect();
  const gone = new AbortController();
  let isRead = false;
  const reading = readLong(parts, gone.signal, async () => {
    isRead = true;
  });
  gone.abort();
  held.release();
  await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
  expect(isRead).toBe(false);
});

test('what else goes wrong is told as it is', async () => {
  const parts = partsWith({});
  const misspelt = ({ sql }: Reading) => fragment`selekt`.execute(sql);
  await expect(readLong(parts, stays(), misspelt)).rejects.toMatchObject({ code: '42601' });
});
