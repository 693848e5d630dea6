import { expect, test, vi } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { MOST_DESK_PAGES } from '#protocol/limits.ts';
import { openHouse, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql, connection } = await testHouse();
const libraries = await makeLibraries(sql);

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

test('nor when they all come at the same moment', async () => {
  const caller = await house.staff(libraries.sadie);
  const clients = await Promise.all(
    Array.from({ length: MOST_DESK_PAGES + 10 }, () => house.connect(caller)),
  );
  for (const client of clients) client.send({ t: 'hello', as: 'staff', pageId: newId() });
  const came = await Promise.all(
    clients.map((client) =>
      client.until(({ t }) => (t === 'desk' || t === 'error' ? t : undefined)),
    ),
  );
  expect(came.filter((t) => t === 'desk')).toHaveLength(MOST_DESK_PAGES);
  for (const client of clients) await client.close();
});

test('the pages of one person are heard no faster than one desk is worked at', async () => {
  const strict = await openHouse({ connection, clock, frameRate: { perSecond: 1, burst: 8 } });
  const caller = await strict.staff(libraries.sadie);
  const others = await strict.desk(await strict.staff(libraries.omar));
  const pages = [];
  for (let n = 0; n < 9; n += 1) pages.push(await strict.desk(caller));
  const read = { t: 'unfollow', chatId: newId() };
  for (const page of pages.slice(0, 8)) for (let n = 0; n < 5; n += 1) page.send(read);
  for (const page of pages.slice(0, 8)) await page.settle();

  // Together they have said as much as they may; this one has said nothing yet.
  pages[8]?.send(read);
  expect(await pages[8]?.closed).toMatchObject({ code: CLOSE.tooMany });
  others.send(read);
  await others.settle();
  clock.advance(5);
  pages[0]?.send(read);
  await pages[0]?.settle();
  for (const page of [others, ...pages.slice(0, 8)]) await page.close();
});
