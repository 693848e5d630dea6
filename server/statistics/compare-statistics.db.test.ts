import { beforeAll, expect, test } from 'vitest';
import { chatFilter } from '#protocol/told-chats.ts';
import {
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from '../../test/factories.ts';
import { testParts } from '../../test/feature-app.ts';
import { makePastChat } from '../../test/past-chats.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { compareStatistics } from './compare-statistics.ts';
import { readStatistics } from './read-statistics.ts';

const parts = await testParts();
const { sql } = parts.database;
const reading = { sql, clock: parts.clock };
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const coop = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
const coopQueue = await makeQueue(sql, { coopId: coop });
const localQueue = await makeQueue(sql, { institutionId: northfield });
const chain = [{ queueId: localQueue, waitSeconds: 20 }];
const widgetId = await makeWidget(sql, { institutionId: northfield, chain });

async function person(username: string, institutionId: string): Promise<StaffActor> {
  const accountId = await makeAccount(sql, { institutionId, username, role: 'operator' });
  return {
    kind: 'staff',
    accountId,
    institutionId,
    role: 'operator',
    sessionId: accountId,
    institutionName: '',
    username,
    displayName: username,
    email: null,
    chatAccess: true,
    mustAddSecondFactor: false,
    isToured: true,
    address: null,
  };
}
const sadie = await person('sadie', northfield);
const hana = await person('hana', harbour);
const ada = await person('ada', northfield);
const stranger = await person('eve', await makeInstitution(sql, 'eastvale'));
for (const { accountId } of [sadie, hana])
  await makeMember(sql, { coopId: coop, accountId, level: 'regular', optedInto: [] });
await makeMember(sql, {
  coopId: coop,
  accountId: ada.accountId,
  level: 'coopAdmin',
  optedInto: [],
});

const OPENED = new Date('2026-03-02T09:00:00Z');
const chat = (institutionId: string, answeredBy: readonly StaffActor[], waited: number) =>
  makePastChat(sql, {
    institutionId,
    widgetId,
    queueId: coopQueue,
    offeredTo: [],
    openedAt: OPENED,
    answeredBy: answeredBy.map((actor, n) => ({
      accountId: actor.accountId,
      institutionId: actor.institutionId,
      after: waited + n,
    })),
    coops: [{ coopId: coop, through: answeredBy.length > 0 }],
    said: [
      { by: null, after: 0, text: 'Where are the maps?' },
      ...answeredBy.map(({ accountId }, n) => ({
        by: accountId,
        after: waited + n,
        text: 'Upstairs.',
      })),
    ],
    closedAfter: 600,
    closeReason: 'operator',
    formOffered: false,
  });

beforeAll(async () => {
  await chat(northfield, [sadie], 10);
  await chat(northfield, [hana], 30);
  await chat(harbour, [sadie, hana], 50);
  await chat(harbour, [], 0);
});

const scope = chatFilter.shape.scope.parse(`coop:${coop}`);

test.each([
  ['operator', 'operatorId', { sadie: 2, hana: 2 }],
  ['library', 'institutionId', { 'northfield library': 2, 'harbour library': 2 }],
  ['answering', 'answeringInstitutionId', { 'northfield library': 2, 'harbour library': 2 }],
  ['queue', 'queueId', null],
] as const)('by %s, each is told what it is told alone', async (by, filter, chats) => {
  const { items } = await compareStatistics(reading, ada, { scope, by });
  if (chats)
    expect(Object.fromEntries(items.map((item) => [item.name, item.chats]))).toEqual(chats);
  expect(items.length).toBeGreaterThan(0);
  for (const { id, name: _, ...told } of items) {
    const { total } = await readStatistics(reading, ada, { scope, [filter]: id });
    expect(total).toMatchObject(told);
  }
});

test('filters and period narrow it', async () => {
  const state = 'unanswered' as const;
  const unanswered = await compareStatistics(reading, ada, { scope, by: 'library', state });
  expect(unanswered.items).toMatchObject([{ id: harbour, chats: 1, missed: 1 }]);
  const later = '2026-03-03T00:00:00Z';
  expect(await compareStatistics(reading, ada, { scope, by: 'library', from: later })).toEqual({
    items: [],
  });
});

test('it reaches as far as the level does, and a stranger finds no co-op', async () => {
  // Regular: those that they answered, and whoever answered those with them.
  const { items } = await compareStatistics(reading, sadie, { scope, by: 'operator' });
  expect(items.map(({ name, chats }) => [name, chats])).toEqual([
    ['sadie', 2],
    ['hana', 1],
  ]);
  await expect(
    compareStatistics(reading, stranger, { scope, by: 'operator' }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
