import { expect, test } from 'vitest';
import { addCoopAccounts, changeCoopAccount, removeCoopAccount } from '#protocol/coop-accounts.ts';
import { makeAccount, makeCoop, makeInstitution } from '../../test/factories.ts';
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
