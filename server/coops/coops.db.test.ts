import { describe, expect, test } from 'vitest';
import { deleteAccount, restoreAccount } from '#protocol/account-administration.ts';
import {
  addCoopInstitution,
  changeCoop,
  createCoop,
  deleteCoop,
  listCoopAdmins,
  listCoops,
  removeCoopInstitution,
} from '#protocol/coops.ts';
import type { Hours } from '#protocol/hours.ts';
import { readLevels } from '#protocol/levels.ts';
import { listDeletedQueues } from '#protocol/queue-administration.ts';
import { openCoopHouse } from '../../test/coop-house.ts';
import { makeMember } from '../../test/factories.ts';
import { newId } from '../platform/ids.ts';
import { levelTable } from './levels.ts';

const { house, sql, libraries, coopId, olga, ...coop } = await openCoopHouse();
const { person, reads, entriesOf, isEmptied } = coop;
const { northfield, harbour, eastvale } = libraries.institutions;
const hana = await house.staff(libraries.hana);
const ada = await house.staff(libraries.ada);

const create = (body: object, caller = olga) => house.call(createCoop, { body } as never, caller);
const place = (institutionId: string, body: object = {}) =>
  house.call(addCoopInstitution, { params: { coopId, institutionId }, body } as never, olga);
const take = (institutionId: string) =>
  house.call(removeCoopInstitution, { params: { coopId, institutionId } } as never, olga);
const membersOf = async (institutionId: string) =>
  (
    await sql
      .selectFrom('coopMemberships')
      .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
      .select('accounts.id')
      .where('coopId', '=', coopId)
      .where('accounts.institutionId', '=', institutionId)
      .execute()
  ).map(({ id }) => id);

/** Monday from nine to five in Paris, and a day off. */
const HOURS: Hours = {
  timeZone: 'Europe/Paris',
  week: [[], [{ from: '09:00', to: '17:00' }], [], [], [], [], []],
  holidays: [{ date: '2026-12-25', name: 'Christmas', spans: [] }],
};

describe('a co-op', () => {
  test('is made whole: libraries, queues, the first Co-Op Admin', async () => {
    const made = await create({
      name: 'Early Birds',
      institutionIds: [northfield, eastvale, northfield],
      queueNames: ['General', 'En español'],
      coopAdminId: libraries.eve,
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Early Birds',
      institutionCount: 2,
      accountCount: 1,
      institutions: [
        { institutionId: eastvale, coverage: null, accountCount: 1 },
        { institutionId: northfield, coverage: null, accountCount: 0 },
      ],
      queues: [{ name: 'En español' }, { name: 'General' }],
      rights: { level: null, mayManageCoop: true, mayManageAccounts: true },
    });
    const eve = await house.staff(libraries.eve);
    expect((await reads(eve, made.body.id)).body.rights).toMatchObject({
      level: 'coopAdmin',
      mayManageCoop: false,
    });
    const admins = await house.call(
      listCoopAdmins,
      { params: { coopId: made.body.id } } as never,
      eve,
    );
    expect(admins.body.items).toEqual([
      {
        accountId: libraries.eve,
        displayName: 'eve',
        email: null,
        institutionName: 'eastvale library',
      },
    ]);
    expect(await entriesOf(made.body.id)).toMatchObject([
      {
        action: 'coop.created',
        after: { institutions: ['eastvale library', 'northfield library'] },
      },
    ]);
    expect(await entriesOf(libraries.eve)).toMatchObject([
      { action: 'account.levelGiven', after: { coopLevel: 'Early Birds: Co-Op Admin' } },
    ]);
  });

  test.each([
    ['a name that another has, in whatever case', { name: 'night owls' }, 409, 'name'],
    ['two queues of one name', { name: 'Twins', queueNames: ['Law', 'LAW'] }, 409, 'queueNames.1'],
    [
      'a library that there is not',
      { name: 'Nowhere', institutionIds: [northfield, newId()] },
      422,
      'institutionIds.1',
    ],
    [
      'a first Co-Op Admin from elsewhere',
      { name: 'Foreign', institutionIds: [northfield], coopAdminId: libraries.eve },
      422,
      'coopAdminId',
    ],
  ])('is not made with %s, nor anything of it', async (_, body, status, path) => {
    const answer = await create(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errors: [{ path }] });
    const { items } = (await house.call(listCoops, {} as never, olga)).body;
    expect(items.map(({ name }) => name)).not.toContain(body.name);
  });

  test('is made by the owner alone', async () => {
    expect((await create({ name: 'Mine' }, ada)).status).toBe(403);
  });

  test('is renamed, on the open desks of its people too', async () => {
    const desk = await house.desk(hana);
    const renamed = desk.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.some(({ ownerName }) => ownerName === 'Barn Owls')
        ? frame
        : undefined,
    );
    const answer = await house.call(
      changeCoop,
      { params: { coopId }, body: { name: 'Barn Owls' } } as never,
      olga,
    );
    expect(answer.body.name).toBe('Barn Owls');
    await renamed;
    await desk.close();
    const taken = await house.call(
      changeCoop,
      { params: { coopId }, body: { name: 'early birds' } } as never,
      olga,
    );
    expect(taken.code).toBe('conflict');
  });

  test('tells everybody who asks what each level may do', async () => {
    const answer = await house.call(readLevels, {} as never, ada);
    expect(answer.body).toEqual(levelTable());
  });
});

describe('a library', () => {
  test('is given hours, keeps them when it is placed again, and loses them', async () => {
    const hoursOf = async () => {
      const { institutions } = (await reads(olga)).body;
      return institutions.find(({ institutionId }) => institutionId === harbour)?.coverage;
    };
    expect((await place(harbour, { coverage: HOURS })).status).toBe(200);
    expect(await hoursOf()).toEqual(HOURS);
    await place(harbour);
    expect(await hoursOf()).toEqual(HOURS);
    await place(harbour, { coverage: null });
    expect(await hoursOf()).toBeNull();
    const entries = (await entriesOf(coopId)).filter(
      ({ action }) => action === 'coop.coverageChanged',
    );
    expect(entries).toMatchObject([
      {
        institutionId: harbour,
        before: { coverage: 'harbour library, always' },
        after: {
          coverage: 'harbour library, Europe/Paris: Mon 09:00-17:00, 2026-12-25 closed',
        },
      },
      { after: { coverage: 'harbour library, always' } },
    ]);
  });

  test.each([
    ['a zone that is none', { ...HOURS, timeZone: 'Europe/Atlantis' }, 'coverage.timeZone'],
    [
      'an end before its beginning',
      { ...HOURS, week: [[{ from: '17:00', to: '09:00' }], [], [], [], [], [], []] },
      'coverage.week.0.0.to',
    ],
  ])('gets no hours with %s', async (_, coverage, path) => {
    const answer = await place(harbour, { coverage });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ path }] });
  });

  test('leaves with the levels of its people, the deleted ones’ too, and comes back with none', async () => {
    const [stays, deleted] = [await person(harbour), await person(harbour)];
    const partner = await person(northfield);
    for (const accountId of [stays, deleted, partner])
      await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [] });
    await house.call(deleteAccount, { params: { accountId: deleted } } as never, olga);
    const desk = await house.desk(await house.staff(stays));
    const shows = desk.frames.find((frame) => frame.t === 'desk');
    expect(shows?.desk.queues).not.toEqual([]);
    const emptied = isEmptied(desk);

    expect((await take(harbour)).status).toBe(204);
    await emptied;
    expect((await take(harbour)).status).toBe(404);
    expect(await membersOf(harbour)).toEqual([]);
    expect(await membersOf(northfield)).toEqual([partner]);
    expect((await reads(hana)).status).toBe(404);
    expect(await entriesOf(stays)).toMatchObject([
      { action: 'account.levelTaken', before: { coopLevel: 'Barn Owls: Regular' } },
    ]);

    expect((await place(harbour)).status).toBe(200);
    await house.call(restoreAccount, { params: { accountId: deleted } } as never, olga);
    expect(await membersOf(harbour)).toEqual([]);
    expect((await reads(hana)).status).toBe(404);
    await desk.close();
  });

  test('is placed without a word about its hours', async () => {
    const params = { coopId, institutionId: eastvale };
    expect((await house.call(addCoopInstitution, { params } as never, olga)).status).toBe(200);
    expect((await take(eastvale)).status).toBe(204);
  });

  test('that there is not can’t be placed', async () => {
    expect((await place(newId())).status).toBe(404);
  });
});

test('a co-op that is ended is gone for everybody, its queues and levels with it, and its name is free', async () => {
  const accountId = await person(northfield);
  await makeMember(sql, { coopId, accountId, level: 'coopAdmin', optedInto: [] });
  const desk = await house.desk(await house.staff(accountId));
  const emptied = isEmptied(desk);
  const end = () => house.call(deleteCoop, { params: { coopId } } as never, olga);
  expect((await end()).status).toBe(204);
  await emptied;
  await desk.close();
  expect((await end()).status).toBe(404);
  expect((await reads(olga)).status).toBe(404);
  expect(await membersOf(northfield)).toEqual([]);
  const deleted = await house.call(listDeletedQueues, {} as never, olga);
  expect(deleted.body.items.map(({ id }) => id)).not.toContain(libraries.coopQueueId);
  expect((await create({ name: 'Barn Owls' })).status).toBe(201);
});
