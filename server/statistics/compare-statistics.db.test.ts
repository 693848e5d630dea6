import { beforeAll, describe, expect, test } from 'vitest';
import { chatFilter } from '#protocol/told-chats.ts';
import { actorOf } from '../../test/actors.ts';
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
import { countChats } from './count-chats.ts';
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
  return actorOf(accountId, institutionId, 'operator');
}
const sadie = await person('sadie', northfield);
const hana = await person('hana', harbour);
const ada = await person('ada', northfield);
const olga = await person('olga', harbour);
const stranger = await person('eve', await makeInstitution(sql, 'eastvale'));
for (const { accountId } of [sadie, hana])
  await makeMember(sql, { coopId: coop, accountId, level: 'regular', optedInto: [] });
await makeMember(sql, {
  coopId: coop,
  accountId: ada.accountId,
  level: 'coopAdmin',
  optedInto: [],
});

const institutionAdmin = { accountId: olga.accountId, level: 'institutionAdmin' } as const;
await makeMember(sql, { coopId: coop, ...institutionAdmin, optedInto: [] });

const OPENED = new Date('2026-03-02T09:00:00Z');
const GREAT = { rating: 4, comment: null, ratedAt: OPENED };
const chat = (
  institutionId: string,
  answeredBy: readonly StaffActor[],
  waited: number,
  openedAt = OPENED,
) =>
  makePastChat(sql, {
    institutionId,
    widgetId,
    queueId: coopQueue,
    offeredTo: [],
    openedAt,
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
  await chat(northfield, [], 0, new Date('2026-02-20T09:00:00Z'));
});

const read = chatFilter.shape.scope;
const scope = read.parse(`coop:${coop}`);
const home = read.parse(`institution:${northfield}`);

const STAGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['before they are counted', async () => undefined],
  ['once they are counted', () => countChats(parts)],
  [
    'once one was rated and counted again',
    async () => {
      const { id: chatId } = await sql.selectFrom('chats').select('id').executeTakeFirstOrThrow();
      await sql
        .insertInto('feedback')
        .values({ chatId, ...GREAT })
        .execute();
      await countChats(parts);
    },
  ],
];

const BY = [
  ['operator', 'operatorId'],
  ['library', 'institutionId'],
  ['answering', 'answeringInstitutionId'],
  ['queue', 'queueId'],
] as const;
// Whole months, and months cut on both sides.
const PERIODS = [
  {},
  { from: '2026-02-01T00:00:00Z', to: '2026-05-01T00:00:00Z' },
  { from: '2026-01-15T00:00:00Z', to: '2026-04-15T00:00:00Z' },
  { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' },
];
const READERS = [
  ['a Co-Op Admin', ada, scope],
  ['an Institution Admin', olga, scope],
  ['Regular', sadie, scope],
  ['an admin', { ...ada, role: 'admin' }, home],
  ['an operator', sadie, home],
  ['who asks for their own', hana, read.parse('mine')],
] as const;

describe.each(STAGES)('chats, %s,', (_, prepare) => {
  beforeAll(prepare);

  test.each(READERS)('are told apart for %s as each is told alone', async (_name, reader, of) => {
    for (const [by, filter] of BY) {
      for (const period of PERIODS) {
        const { items } = await compareStatistics(reading, reader, { scope: of, by, ...period });
        expect(items.length).toBeGreaterThan(0);
        for (const { id, name: _is, ...told } of items) {
          const alone = { scope: of, [filter]: id, ...period };
          const { total } = await readStatistics(reading, reader, alone);
          expect(total, JSON.stringify([by, period])).toMatchObject(told);
        }
      }
    }
  });

  test.each([
    ['operator', { sadie: 2, hana: 2 }],
    ['library', { 'northfield library': 3, 'harbour library': 2 }],
    ['answering', { 'northfield library': 2, 'harbour library': 2 }],
  ] as const)('count by %s for all to whom they belong', async (by, chats) => {
    const { items } = await compareStatistics(reading, ada, { scope, by });
    expect(Object.fromEntries(items.map((item) => [item.name, item.chats]))).toEqual(chats);
  });

  test('are narrowed by filters and by time', async () => {
    const state = 'unanswered' as const;
    const unanswered = await compareStatistics(reading, ada, { scope, by: 'library', state });
    expect(unanswered.items).toMatchObject([
      { id: harbour, chats: 1, missed: 1 },
      { id: northfield, chats: 1, missed: 1 },
    ]);
    const later = '2026-04-03T00:00:00Z';
    const none = await compareStatistics(reading, ada, { scope, by: 'library', from: later });
    expect(none).toEqual({ items: [] });
  });

  test('are there as far as the level reaches, and a stranger finds no co-op', async () => {
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
});

test('of whole months no chat is looked at again', async () => {
  await sql.deleteFrom('chats').where('countedAt', 'is not', null).execute();
  const { items } = await compareStatistics(reading, ada, { scope, by: 'library' });
  expect(items.map(({ name, chats }) => [name, chats])).toEqual([
    ['northfield library', 3],
    ['harbour library', 2],
  ]);
});
