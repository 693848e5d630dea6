import { beforeAll, describe, expect, test } from 'vitest';
import { changeInstitution, createInstitution, listInstitutions } from '#protocol/institutions.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield } = libraries.institutions;
let sadie: Caller;
let ada: Caller;
let eve: Caller;
let olga: Caller;
beforeAll(async () => {
  sadie = await house.staff(libraries.sadie);
  ada = await house.staff(libraries.ada);
  eve = await house.staff(libraries.eve);
  olga = await house.staff(libraries.olga);
});

const WESTBROOK = {
  code: 'westbrook',
  name: 'Westbrook Library',
  timeZone: 'America/Toronto',
  languages: ['fr', 'en'],
} as const;

const create = (body: object, caller: Caller) =>
  house.call(createInstitution, { body } as never, caller);
const change = (body: object, caller: Caller, institutionId = northfield) =>
  house.call(changeInstitution, { params: { institutionId }, body } as never, caller);
const list = async (caller: Caller) =>
  (await house.call(listInstitutions, {} as never, caller)).body.items;

describe('a library', () => {
  test('is added by the owner, and by nobody else', async () => {
    expect((await create(WESTBROOK, ada)).status).toBe(403);
    const made = await create(WESTBROOK, olga);
    expect(made.status).toBe(201);
    expect((await list(olga)).find(({ id }) => id === made.body.id)).toEqual(made.body);
    expect(made.body).toMatchObject({ ...WESTBROOK, hours: null, operatorsSee: 'queues' });
    expect((await list(ada)).map(({ code }) => code)).toEqual(['northfield']);
    const entries = await sql
      .selectFrom('audit')
      .select(['action', 'institutionId', 'after'])
      .where('targetId', '=', made.body.id)
      .execute();
    expect(entries).toEqual([
      { action: 'institution.created', institutionId: made.body.id, after: WESTBROOK },
    ]);
  });

  test.each([
    ['a code that another has', { ...WESTBROOK, code: 'northfield' }, 409, 'code'],
    ['a code in capitals', { ...WESTBROOK, code: 'West' }, 422, 'code'],
    ['a zone that is none', { ...WESTBROOK, code: 'west', timeZone: 'Mars/Base' }, 422, 'timeZone'],
    ['no language', { ...WESTBROOK, code: 'west', languages: [] }, 422, 'languages'],
    ['a language twice', { ...WESTBROOK, code: 'west', languages: ['fr', 'fr'] }, 422, 'languages'],
  ])('is not added with %s', async (_, body, status, path) => {
    const answer = await create(body, olga);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errors: [{ path }] });
  });

  test('is changed by its admins and the owner, field by field', async () => {
    const hours = {
      timeZone: 'Europe/Paris',
      week: [[], [{ from: '09:00', to: '17:00' }], [], [], [], [], []],
      holidays: [],
    };
    expect((await change({ hours, operatorsSee: 'own' }, ada)).status).toBe(200);
    expect(
      (await change({ name: 'Northfield', languages: ['es', 'en'] }, olga)).body,
    ).toMatchObject({
      name: 'Northfield',
      languages: ['es', 'en'],
      hours,
      operatorsSee: 'own',
      code: 'northfield',
    });
    expect(await list(ada)).toMatchObject([
      { name: 'Northfield', languages: ['es', 'en'], hours, operatorsSee: 'own' },
    ]);
    expect((await change({ hours: null }, ada)).body.hours).toBeNull();
    const entries = await sql
      .selectFrom('audit')
      .select(['before', 'after'])
      .where('targetId', '=', northfield)
      .orderBy('id')
      .execute();
    expect(entries).toMatchObject([
      {
        before: { hours: 'always', operatorsSee: 'queues' },
        after: { hours: 'Europe/Paris: Mon 09:00-17:00', operatorsSee: 'own' },
      },
      { after: { name: 'Northfield', languages: ['es', 'en'] } },
      { after: { hours: 'always' } },
    ]);
    expect(Object.keys(entries[1]?.after ?? {}).sort()).toEqual(['languages', 'name']);
  });

  test('is not there for strangers, and not theirs for its operators', async () => {
    expect((await change({ name: 'Mine' }, eve)).status).toBe(404);
    expect((await change({ name: 'Mine' }, sadie)).status).toBe(403);
    expect((await list(eve)).map(({ code }) => code)).toEqual(['eastvale']);
  });

  test('tells the desks of its people, whose rights it may have changed', async () => {
    const desk = await house.desk(sadie);
    const told: string[] = [];
    const unsubscribe = house.parts.bus.subscribe('operator', ({ accountId }) => {
      told.push(accountId);
    });
    await change({ operatorsSee: 'queues' }, ada);
    unsubscribe();
    expect(told).toEqual([libraries.sadie]);
    await desk.close();
  });
});
