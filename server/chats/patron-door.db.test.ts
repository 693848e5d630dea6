import { expect, test } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { MOST_PATRON_SOCKETS } from '#protocol/limits.ts';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { ANY_NUMBER, NOBODY, openHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask } from '../../test/talk.ts';

const clock = drivenClock();
const house = await openHouse({ connection: await testDatabase(), clock, frameRate: ANY_NUMBER });
const libraries = await makeLibraries(house.parts.database.sql);

test('a chat is open on so many pages at once, and on another when one is closed', async () => {
  const { token } = await ask(house, libraries.widgetId, 'How many tabs may I have?');
  const pages = await Promise.all(
    Array.from({ length: MOST_PATRON_SOCKETS }, () => house.patron(token)),
  );
  const further = await house.connect(NOBODY);
  further.send({ t: 'hello', as: 'patron', token, after: 0 });
  expect(await further.closed).toMatchObject({ code: CLOSE.tooMany });
  expect(further.frames).toMatchObject([{ t: 'error', code: 'too_many_requests' }]);

  await pages[0]?.close();
  const next = await house.patron(token);
  for (const page of [...pages.slice(1), next]) await page.close();
});
