import { expect, test, vi } from 'vitest';
import { MOST_DESK_PAGES } from '#protocol/limits.ts';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { ANY_NUMBER, openHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';

const clock = drivenClock();
const house = await openHouse({ connection: await testDatabase(), clock, frameRate: ANY_NUMBER });
const libraries = await makeLibraries(house.parts.database.sql);

test('whose rights can’t be looked up is let go of, and comes back with those that they have', async () => {
  const caller = await house.staff(libraries.sadie);
  const desk = await house.desk(caller);
  await desk.settle();
  const away = vi.spyOn(clock, 'now').mockImplementation(() => {
    throw new Error('away');
  });
  house.parts.bus.publish('operator', { accountId: libraries.sadie });
  expect(await desk.closed).toMatchObject({ code: 1011 });
  away.mockRestore();

  const back = await house.desk(caller);
  const errors = house.errors.splice(0);
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toMatchObject({ message: 'away' });
  await back.close();
});

test('nobody opens a desk on more pages than there is reason for', async () => {
  const caller = await house.staff(libraries.omar);
  const pages = [];
  for (let n = 0; n < MOST_DESK_PAGES; n += 1) pages.push(await house.desk(caller));
  const further = await house.connect(caller);
  further.send({ t: 'hello', as: 'staff', pageId: newId() });
  expect(await further.next('error')).toMatchObject({ code: 'too_many_requests' });
  expect(await further.closed).toMatchObject({ code: 4429 });
  for (const page of pages) await page.close();
});
