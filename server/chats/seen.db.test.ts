import { expect, test } from 'vitest';
import { testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim, follow, say } from '../../test/talk.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);

test('each side hears how far the other has read in its own numbers, notes or not', async () => {
  const asSadie = await house.staff(libraries.sadie);
  const sadie = await house.desk(asSadie);
  const chat = await ask(house, libraries.widgetId, 'Where are the atlases?');
  const patron = await house.patron(chat.token);
  await claim(house, chat.chatId, asSadie);
  await follow(sadie, chat.chatId);
  await say(house, chat.chatId, asSadie, 'They moved last week', true);
  // Opened, question, claimed and the note: the staff's fifth is the patron's fourth.
  expect(await say(house, chat.chatId, asSadie, 'On the second floor')).toBe(5);

  patron.send({ t: 'seen', seq: 4 });
  expect(await sadie.next('seen')).toMatchObject({ who: 'patron', seq: 5 });

  sadie.send({ t: 'seen', chatId: chat.chatId, seq: 5 });
  expect(await patron.next('seen')).toMatchObject({ who: 'operator', seq: 4 });
  // The note is not the patron's to know of: they hear of the event before it.
  const before = patron.frames.length;
  sadie.send({ t: 'seen', chatId: chat.chatId, seq: 4 });
  expect(await patron.next('seen', before)).toMatchObject({ who: 'operator', seq: 3 });
});
