import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './index.ts';

const mine = await testDatabase();
const neighbours = await testDatabase();
const here = new pg.Pool(mine);
const there = new pg.Pool(neighbours);
afterAll(() => Promise.all([here.end(), there.end()]));

test('a test file starts with every table and no library', async () => {
  const { rows } = await here.query('select count(*)::int as institutions from institutions');
  expect(rows).toEqual([{ institutions: 0 }]);
});

test('what one test file writes, no other sees', async () => {
  await here.query('create table scribbles (word text)');
  await expect(there.query('select * from scribbles')).rejects.toThrow('does not exist');
});

test('nobody enters the template, so that it can always be copied', async () => {
  const template = new pg.Client({ ...mine, database: 'carrel_template' });
  await expect(template.connect()).rejects.toThrow('not currently accepting connections');
});
