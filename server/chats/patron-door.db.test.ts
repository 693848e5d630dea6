import { expect, test } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { MOST_PATRON_SOCKETS } from '#protocol/limits.ts';
import { NOBODY, openHouse, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import { acknowledged, ask, post } from '../../test/talk.ts';
import { createLimits } from '../platform/http/traffic.ts';
import { newId } from '../platform/ids.ts';
import { openToPatron } from './patron-door.ts';

const { house, clock, connection } = await testHouse();
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

test('the pages of one patron together say no more than a patron has to say, and another chat hears nothing of it', async () => {
  const strict = await openHouse({ connection, clock, frameRate: { perSecond: 1, burst: 6 } });
  const { token, chatId } = await ask(strict, libraries.widgetId, 'How fast may I type?');
  const other = await ask(strict, libraries.widgetId, 'And I?');
  const pages = [];
  for (let n = 0; n < 7; n += 1) pages.push(await strict.patron(token));
  const sent = pages
    .slice(0, 6)
    .map((page) => Array.from({ length: 5 }, () => sendPost(page, chatId)));
  for (const [at, posts] of sent.entries())
    for (const message of posts) await acknowledged(pages[at] as SocketClient, message);

  // Together they have said as much as they may; this one has said nothing yet.
  sendPost(pages[6] as SocketClient, chatId);
  expect(await pages[6]?.closed).toMatchObject({ code: CLOSE.tooMany });
  const elsewhere = await strict.patron(other.token);
  await acknowledged(elsewhere, sendPost(elsewhere, other.chatId));

  clock.advance(1);
  const again = await strict.patron(token);
  await acknowledged(again, sendPost(again, chatId));
  const stored = await strict.parts.database.sql
    .selectFrom('chatEvents')
    .select('seq')
    .where('chatId', '=', chatId)
    .where('clientId', 'is not', null)
    .execute();
  // And the question.
  expect(stored).toHaveLength(32);
  for (const page of [...pages.slice(0, 6), elsewhere, again]) await page.close();
});

test('who comes in again and again is sent away before their chat is read', async () => {
  const { token } = await ask(house, libraries.widgetId, 'May I come in?');
  const { takeForActor } = createLimits(() => 0);
  const hello = { t: 'hello', as: 'patron', token, after: 0 } as const;
  const comesIn = async () => {
    const sent: unknown[] = [];
    const here = {
      id: newId(),
      send: (frame: unknown) => void sent.push(frame),
      sendText: () => undefined,
      silentFor: () => 0,
      close: () => undefined,
    };
    const session = await openToPatron({ ...house.parts, takeForActor }, here, hello);
    session.onClose();
    return sent;
  };
  for (let times = 0; times < 200; times += 1) expect(await comesIn()).toHaveLength(2);
  await expect(comesIn()).rejects.toMatchObject({ code: 'too_many_requests' });
  await house.parts.background.settled();
});

function sendPost(page: SocketClient, chatId: string) {
  const message = post(chatId, 'Hello?');
  page.send(message);
  return message;
}
