import { expect, test } from 'vitest';
import { testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { readDesks } from './read-desks.ts';

const { house, clock, sql } = await testHouse();
const { sadie, noor, hana, eve, ada, institutions } = await makeLibraries(sql);
for (const accountId of [sadie, noor, hana, eve]) await house.desk(await house.staff(accountId));

async function colleaguesOf(accountId: string): Promise<Set<string>> {
  const desks = await readDesks(sql, [accountId], clock.now());
  return new Set(desks.get(accountId)?.colleagues.map((colleague) => colleague.accountId));
}

test('those of one library see each other at the desk, and no stranger', async () => {
  expect(await colleaguesOf(sadie)).toEqual(new Set([noor]));
  expect(await colleaguesOf(noor)).toEqual(new Set([sadie]));
  expect(await colleaguesOf(hana)).toEqual(new Set());
  expect(await colleaguesOf(eve)).toEqual(new Set());
});

test('who is not at the desk is not seen there', async () => {
  const { institutionId } = await sql
    .selectFrom('accounts')
    .select('institutionId')
    .where('id', '=', ada)
    .executeTakeFirstOrThrow();
  expect(institutionId).toBe(institutions.northfield);
  expect(await colleaguesOf(sadie)).not.toContain(ada);
});

test('a contact that was added by hand is seen by both', async () => {
  await sql.insertInto('contacts').values({ accountId: sadie, contactId: hana }).execute();
  expect(await colleaguesOf(sadie)).toEqual(new Set([noor, hana]));
  expect(await colleaguesOf(hana)).toEqual(new Set([sadie]));
  expect(await colleaguesOf(eve)).toEqual(new Set());
});
