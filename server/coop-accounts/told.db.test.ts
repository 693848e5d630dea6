import { sql as fragment } from 'kysely';
import { expect, test } from 'vitest';
import { addCoopAccounts, changeCoopAccount, removeCoopAccount } from '#protocol/coop-accounts.ts';
import { CLOSE } from '#protocol/frames.ts';
import { makeAccount, makeCoop, makeInstitution, makeMember } from '../../test/factories.ts';
import { testHouse } from '../../test/house.ts';

const { house, sql } = await testHouse();

test('every open page of an account hears of a level that comes, changes and goes, in a co-op without a queue too', async () => {
  const northfield = await makeInstitution(sql, 'northfield');
  const coopId = await makeCoop(sql, 'Night Owls', [northfield]);
  const person = (username: string, role: 'operator' | 'owner' = 'operator') =>
    makeAccount(sql, { institutionId: northfield, username, role });
  const [sadie, omar] = [await person('sadie'), await person('omar')];
  const asOlga = await house.staff(await person('olga', 'owner'));
  const asSadie = await house.staff(sadie);
  const pages = [await house.desk(asSadie), await house.desk(asSadie)];
  const stranger = await house.desk(await house.staff(omar));

  const at = { params: { coopId, accountId: sadie }, query: undefined };
  const hears = (what: string) =>
    Promise.all(
      pages.map((page) =>
        page.until((frame) =>
          frame.t === 'told' && frame.what === what && frame.name === 'Night Owls'
            ? frame
            : undefined,
        ),
      ),
    );
  const body = { accountIds: [sadie], level: 'coopAdmin' as const };
  await house.call(addCoopAccounts, { ...at, params: { coopId }, body }, asOlga);
  await hears('coop_joined');

  await house.call(changeCoopAccount, { ...at, body: { level: 'regular' } }, asOlga);
  await hears('coop_level');

  await house.call(removeCoopAccount, { ...at, body: undefined }, asOlga);
  await hears('coop_removed');

  await stranger.settle();
  expect(stranger.frames.filter(({ t }) => t === 'told')).toEqual([]);
});

test('who loses chat access while their rights are looked at hears of that alone, and of no removal', async () => {
  const harbour = await makeInstitution(sql, 'harbour');
  const coopId = await makeCoop(sql, 'Early Birds', [harbour]);
  const account = { institutionId: harbour, username: 'hana', role: 'operator' as const };
  const accountId = await makeAccount(sql, account);
  await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [] });
  const page = await house.desk(await house.staff(accountId));
  const look = () => house.parts.bus.publish('operator', { accountId });

  // The look stops between the account and its levels, until the switch is off.
  await sql.transaction().execute(async (holding) => {
    await fragment`lock table coop_memberships in access exclusive mode`.execute(holding);
    look();
    await expect.poll(countWaiting).toBeGreaterThan(0);
    await sql
      .updateTable('accounts')
      .set({ chatAccess: false })
      .where('id', '=', accountId)
      .execute();
  });
  look();

  expect(await page.closed).toMatchObject({ code: CLOSE.mayNot });
  expect(page.frames.filter(({ t }) => t === 'told')).toEqual([]);
});

/** Who waits for a lock of the memberships. */
async function countWaiting(): Promise<number> {
  const { rows } = await fragment<{ n: number }>`
    select count(*)::int as n from pg_locks
    where relation = 'coop_memberships'::regclass and not granted
  `.execute(sql);
  return rows[0]?.n ?? 0;
}
