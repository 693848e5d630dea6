import { expect, test, vi } from 'vitest';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { ANY_NUMBER, openHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';

const clock = drivenClock();
const house = await openHouse({ connection: await testDatabase(), clock, frameRate: ANY_NUMBER });
const libraries = await makeLibraries(house.parts.database.sql);

test('whose rights can’t be looked up is let go of, and comes back with those that they have', async () => {
  const caller = await house.staff(libraries.sadie);
  const desk = await house.desk(caller);
  await desk.settle();
  vi.spyOn(clock, 'now').mockImplementationOnce(() => {
    throw new Error('away');
  });
  house.parts.bus.publish('operator', { accountId: libraries.sadie });
  expect(await desk.closed).toMatchObject({ code: 1011 });
  expect(house.errors.splice(0)).toMatchObject([{ message: 'away' }]);

  const back = await house.desk(caller);
  await back.close();
});
