import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { drivenClock } from '../../../test/clock.ts';
import { testDatabase } from '../../../test/database/index.ts';
import { openDatabase } from '../database/index.ts';
import { ciphersOf } from '../secrets.ts';
import { addJob, jobWorker, type Task } from './index.ts';

const connection = await testDatabase();
const database = openDatabase(connection, { connections: 4, onError: () => undefined });
afterAll(() => database.close());
const clock = drivenClock();
const parts = { database, clock, ciphers: ciphersOf(Buffer.alloc(32, 7)) };

const RING: Task<{ bell: string }> = {
  name: 'ring',
  payload: z.object({ bell: z.string() }),
  goodForMinutes: 10,
};

let rung: string[] = [];
let errors: unknown[] = [];
let broken = false;

function ringer() {
  const worker = jobWorker(parts, (error) => errors.push(error));
  worker.does(RING, async ({ bell }) => {
    if (broken) throw new Error('The bell is broken');
    rung.push(bell);
  });
  return worker;
}

beforeEach(async () => {
  rung = [];
  errors = [];
  broken = false;
  await database.sql.deleteFrom('jobs').execute();
});

test('a job is done once, however many workers there are', async () => {
  for (let n = 0; n < 15; n += 1) await addJob(parts, database.sql, RING, { bell: `bell ${n}` });
  await Promise.all([ringer().runDue(), ringer().runDue(), ringer().runDue()]);
  expect(rung.toSorted()).toEqual(Array.from({ length: 15 }, (_, n) => `bell ${n}`).toSorted());
  await ringer().runDue();
  expect(rung).toHaveLength(15);
});

test('a cause that is rolled back leaves no job', async () => {
  const rolledBack = database.sql.transaction().execute(async (sql) => {
    await addJob(parts, sql, RING, { bell: 'never' });
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  await ringer().runDue();
  expect(rung).toEqual([]);
});

test('what failed is told, and tried again later by whoever is there then', async () => {
  await addJob(parts, database.sql, RING, { bell: 'church' });
  broken = true;
  await ringer().runDue();
  expect(errors).toHaveLength(1);
  broken = false;
  await ringer().runDue();
  expect(rung).toEqual([]);
  clock.advance(15);
  await ringer().runDue();
  expect(rung).toEqual(['church']);
});

test('what a killed process took is done by another', async () => {
  await addJob(parts, database.sql, RING, { bell: 'tower' });
  const killed = jobWorker(parts, () => undefined);
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  killed.does(RING, () => {
    begun();
    return new Promise(() => {});
  });
  void killed.runDue();
  await hasBegun;
  await ringer().runDue();
  expect(rung).toEqual([]);
  clock.advance(300);
  await ringer().runDue();
  expect(rung).toEqual(['tower']);
});

test('a worker that was stopped begins nothing, and leaves it to the next', async () => {
  await addJob(parts, database.sql, RING, { bell: 'evening' });
  const stopped = ringer();
  stopped.stop();
  await stopped.runDue();
  expect(rung).toEqual([]);
  await ringer().runDue();
  expect(rung).toEqual(['evening']);
});

test('what nobody needs any more is given up, and told', async () => {
  await addJob(parts, database.sql, RING, { bell: 'late' });
  clock.advance(600);
  const worker = ringer();
  await worker.runDue();
  await worker.dropExpired();
  expect(rung).toEqual([]);
  expect(errors).toHaveLength(1);
});

test('the database holds no word of a payload', async () => {
  await addJob(parts, database.sql, RING, { bell: 'secret bell' });
  const { rows } = await database.pool.query(
    "select * from jobs where encode(payload, 'escape') like '%secret%'",
  );
  expect(rows).toEqual([]);
  expect(await database.sql.selectFrom('jobs').select('id').execute()).toHaveLength(1);
});
