import { expect, test } from 'vitest';
import { openChat } from '#protocol/chats.ts';
import { readStatistics } from '#protocol/statistics.ts';
import { newId } from '../server/platform/ids.ts';
import { NOBODY, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asAda = await house.staff(libraries.ada);

test('while long lists and figures are read over all the connections there are for that, chats go on', async () => {
  const { pool } = house.parts.reading;
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  let isTold = false;
  const query = { scope: `institution:${libraries.institutions.northfield}` };
  const statistics = house
    .call(readStatistics, { params: undefined, query, body: undefined }, asAda)
    .finally(() => {
      isTold = true;
    });

  const desk = await house.desk(asSadie);
  const body = { clientId: newId(), question: 'Are you there?' };
  const params = { widgetId: libraries.widgetId };
  const opened = await house.call(openChat, { params, query: undefined, body }, NOBODY);
  expect(opened.status).toBe(201);
  await house.patron(opened.body.token);
  await desk.close();

  // It is still in its queue.
  expect(pool.waitingCount).toBe(1);
  expect(isTold).toBe(false);
  for (const client of held) client.release();
  expect(await statistics).toMatchObject({ status: 200, body: { total: { chats: 1 } } });
});
