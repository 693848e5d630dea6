import { sql as fragment } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/index.ts';
import { openDatabase } from './index.ts';
import { OFTEN } from './prepare-often.ts';

const database = openDatabase(await testDatabase(), {
  connections: 1,
  onError: () => undefined,
});
afterAll(() => database.close());

const add = async (one: number, other: number) => {
  const { rows } = await fragment<{ sum: number }>`
    select ${one}::int + ${other}::int as sum
  `.execute(database.sql);
  return rows[0]?.sum;
};

const prepared = async () => {
  const { rows } = await database.pool.query<{ statement: string }>(
    `select statement from pg_prepared_statements where statement like '%as sum%'`,
  );
  return rows.length;
};

describe('a statement that comes often', () => {
  test('is prepared once on its connection, and answers each time by its own values', async () => {
    for (let n = 1; n < OFTEN; n += 1) expect(await add(n, 1)).toBe(n + 1);
    expect(await prepared()).toBe(0);
    for (let n = 1; n < OFTEN; n += 1) expect(await add(n, 2)).toBe(n + 2);
    expect(await prepared()).toBe(1);
  });

  test('is prepared anew on a connection that takes the place of a broken one', async () => {
    await database.pool
      .query('select pg_terminate_backend(pg_backend_pid())')
      .catch(() => undefined);
    expect(await prepared()).toBe(0);
    expect(await add(20, 3)).toBe(23);
    expect(await prepared()).toBe(1);
  });

  test('fails in a transaction as it would otherwise, and works after it', async () => {
    const failing = database.sql.transaction().execute(async (sql) => {
      await fragment`select ${1}::int / ${0}::int as sum`.execute(sql);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await add(1, 2)).toBe(3);
  });
});
