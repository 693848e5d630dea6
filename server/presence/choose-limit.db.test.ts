import { expect, test } from 'vitest';
import { chooseLimit } from '#protocol/presence.ts';
import { readAvailability } from '#protocol/widgets.ts';
import { makeWidget, setLimit } from '../../test/factories.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim } from '../../test/talk.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { sadie, eve, institutions, queueId } = libraries;
const asSadie = await house.staff(sadie);
const widgetId = await makeWidget(sql, {
  institutionId: institutions.northfield,
  chain: [{ queueId, waitSeconds: 600 }],
});
await setLimit(sql, sadie, 1);
const page = await house.desk(asSadie);
const { chatId } = await ask(house, widgetId, 'Are you there?');
await claim(house, chatId, asSadie);

const choose = (maxChats: number, caller: Caller = asSadie) =>
  house.call(chooseLimit, { params: undefined, query: undefined, body: { maxChats } }, caller);
const limitOf = async (accountId: string) => {
  const query = sql.selectFrom('accounts').select('maxChats').where('id', '=', accountId);
  return (await query.executeTakeFirstOrThrow()).maxChats;
};
async function isOnline(): Promise<boolean> {
  await house.passes(1);
  const input = { params: { widgetId }, query: undefined, body: undefined };
  const { body } = await house.call(readAvailability, input, NOBODY);
  return 'online' in body && body.online;
}

test('an operator who takes one more at once is offered chats again, and nobody else’s limit moves', async () => {
  const othersLimit = await limitOf(eve);
  expect(await isOnline()).toBe(false);

  expect(await choose(2)).toMatchObject({ status: 200, body: { openChats: 1, maxChats: 2 } });

  expect(await isOnline()).toBe(true);
  expect(await limitOf(eve)).toBe(othersLimit);
});

test('one who takes fewer than they have in hand keeps those, and is offered no more', async () => {
  const second = await ask(house, widgetId, 'And me?');
  await claim(house, second.chatId, asSadie);

  expect(await choose(1)).toMatchObject({ status: 200, body: { openChats: 2, maxChats: 1 } });

  expect(await isOnline()).toBe(false);
});

test('the change is written down once, with what it was before', async () => {
  await choose(1);
  await choose(7);
  await choose(7);

  const entries = await sql
    .selectFrom('audit')
    .select(['actorId', 'targetId', 'before', 'after'])
    .where('action', '=', 'account.changed')
    .orderBy('id', 'desc')
    .execute();
  expect(entries[0]).toEqual({
    actorId: sadie,
    targetId: sadie,
    before: { maxChats: 1 },
    after: { maxChats: 7 },
  });
  expect(entries.filter(({ after }) => after?.maxChats === 7)).toHaveLength(1);
});

test.each([0, 51, 2.5])('%d chats at once are refused by name', async (maxChats) => {
  await choose(4);
  expect(await choose(maxChats)).toMatchObject({ body: { errors: [{ path: 'maxChats' }] } });
  expect(await limitOf(sadie)).toBe(4);
});

test('whoever has no chat access has no limit to choose', async () => {
  await sql.updateTable('accounts').set({ chatAccess: false }).where('id', '=', eve).execute();
  const othersLimit = await limitOf(eve);

  expect(await choose(9, await house.staff(eve))).toMatchObject({
    status: 403,
    body: { code: 'no_chat_access' },
  });

  expect(await limitOf(eve)).toBe(othersLimit);
  page.terminate();
});
