import { beforeAll, expect, test } from 'vitest';
import { changeAccount, readAccount } from '#protocol/account-administration.ts';
import { readCoop } from '#protocol/coops.ts';
import { makeAccount, makeMember } from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield, harbour } = libraries.institutions;
const { coopId } = libraries;
let ada: Caller;
let olga: Caller;
beforeAll(async () => {
  ada = await house.staff(libraries.ada);
  olga = await house.staff(libraries.olga);
});

const change = (accountId: string, body: object, caller = olga) =>
  house.call(changeAccount, { params: { accountId }, body } as never, caller);

test('an account that is moved leaves its queues, rooms and levels behind, and keeps what the consortium gave', async () => {
  const accountId = await makeAccount(sql, {
    institutionId: northfield,
    username: 'northfield-mia-m',
    role: 'operator',
  });
  const caller = await house.staff(accountId);
  await sql
    .insertInto('assignments')
    .values({ queueId: libraries.queueId, accountId, optedIn: true })
    .execute();
  await makeMember(sql, {
    coopId,
    accountId,
    level: 'coopAdmin',
    optedInto: [libraries.coopQueueId],
  });
  const pools = await Promise.all(
    [northfield, null].map(async (institutionId) => {
      const pool = { id: newId(), name: 'Hours', institutionId, createdAt: clock.now() };
      await sql.insertInto('pools').values(pool).execute();
      await sql.insertInto('poolMembers').values({ poolId: pool.id, accountId }).execute();
      return pool.id;
    }),
  );

  const moved = await change(accountId, { institutionId: harbour, username: 'harbour-mia-m' });

  expect(moved.status).toBe(200);
  expect(moved.body).toMatchObject({
    username: 'harbour-mia-m',
    institutionId: harbour,
    queueIds: [],
    poolIds: [pools[1]],
  });
  expect((await house.call(readCoop, { params: { coopId } } as never, caller)).status).toBe(404);
  const read = await house.call(readAccount, { params: { accountId } } as never, ada);
  expect(read.status).toBe(404);
  const optIns = await sql
    .selectFrom('assignments')
    .select('queueId')
    .where('accountId', '=', accountId)
    .execute();
  expect(optIns).toEqual([]);
  const entries = await sql
    .selectFrom('audit')
    .select(['action', 'before', 'after'])
    .where('targetId', '=', accountId)
    .orderBy('id')
    .execute();
  expect(entries).toMatchObject([
    { action: 'account.levelTaken', before: { coopLevel: 'Night Owls: Co-Op Admin' } },
    {
      action: 'account.moved',
      before: { institution: 'northfield library', pools: ['Hours', 'Hours'] },
      after: { institution: 'harbour library', queues: [], pools: ['Hours'] },
    },
    { action: 'account.changed', after: { username: 'harbour-mia-m' } },
  ]);
});

test('accounts are moved by the owner, to a library that there is, and never the last admin', async () => {
  expect((await change(libraries.sadie, { institutionId: harbour }, ada)).status).toBe(403);
  // Where it is already it is not moved.
  expect((await change(libraries.sadie, { institutionId: northfield }, ada)).status).toBe(200);
  expect((await change(libraries.eve, { institutionId: northfield }, ada)).status).toBe(404);
  const nowhere = await change(libraries.sadie, { institutionId: newId() });
  expect(nowhere.status).toBe(422);
  expect(nowhere.body).toMatchObject({ errors: [{ path: 'institutionId' }] });
  expect((await change(libraries.ada, { institutionId: harbour })).status).toBe(409);
  const { institutionId } = await sql
    .selectFrom('accounts')
    .select('institutionId')
    .where('id', '=', libraries.ada)
    .executeTakeFirstOrThrow();
  expect(institutionId).toBe(northfield);
});

test('who is moved and their contacts lose each other, unless both libraries answer for each other', async () => {
  const accountId = await makeAccount(sql, {
    institutionId: northfield,
    username: 'northfield-nils-n',
    role: 'operator',
  });
  const { eastvale } = libraries.institutions;
  const { hana, eve, sadie } = libraries;
  const pairs = [
    { accountId, contactId: hana },
    { accountId, contactId: sadie },
    { accountId: eve, contactId: accountId },
  ];
  await sql.insertInto('contacts').values(pairs).execute();
  const contacts = () =>
    sql
      .selectFrom('contacts')
      .select(['accountId', 'contactId'])
      .where((eb) => eb.or([eb('accountId', '=', accountId), eb('contactId', '=', accountId)]))
      .execute();

  await change(accountId, { institutionId: harbour });
  expect(new Set(await contacts())).toEqual(new Set(pairs.slice(0, 2)));
  await change(accountId, { institutionId: eastvale });
  expect(await contacts()).toEqual([]);
});
