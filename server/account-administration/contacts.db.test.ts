import { expect, test } from 'vitest';
import { listContacts } from '#protocol/contacts.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';

const { house, sql } = await testHouse();
const people = await makeLibraries(sql);
const { northfield, eastvale } = people.institutions;
const asAda = await house.staff(people.ada);
const asSadie = await house.staff(people.sadie);
const asOlga = await house.staff(people.olga);

const list = (caller: Caller, query: { institutionId: string; q?: string; ids?: string }) =>
  house.call(listContacts, { params: undefined, query: query as never, body: undefined }, caller);
const namesOf = async (caller: Caller, query: Parameters<typeof list>[1]) =>
  (await list(caller, query)).body.items.map(({ username }) => username);

test('an admin finds colleagues at home and at partners in a co-op, and no stranger', async () => {
  expect(await namesOf(asAda, { institutionId: northfield })).toEqual([
    'ada',
    'hana',
    'noor',
    'omar',
    'sadie',
  ]);
  expect(await namesOf(asAda, { institutionId: northfield, q: 'HARBOUR han' })).toEqual(['hana']);
  expect(await namesOf(asAda, { institutionId: northfield, q: 'eve' })).toEqual([]);
  expect(await namesOf(asOlga, { institutionId: northfield, q: 'eve' })).toEqual(['eve']);
});

test('contacts are named by their ids, as far as they can be contacts', async () => {
  const ids = [people.hana, people.sadie, people.eve].join(',');
  expect(await namesOf(asAda, { institutionId: northfield, ids })).toEqual(['hana', 'sadie']);
  expect(await namesOf(asAda, { institutionId: northfield, ids: '' })).toEqual([]);
  expect((await list(asAda, { institutionId: northfield, ids: 'nobody' })).status).toBe(400);
});

test('neither an operator nor an admin of elsewhere is told', async () => {
  expect((await list(asSadie, { institutionId: northfield })).code).toBe('may_not');
  expect((await list(asAda, { institutionId: eastvale })).code).toBe('may_not');
});

test('a co-op that has ended makes no partners', async () => {
  await sql
    .updateTable('coops')
    .set({ deletedAt: new Date() })
    .where('id', '=', people.coopId)
    .execute();
  expect(await namesOf(asAda, { institutionId: northfield, q: 'hana' })).toEqual([]);
});
