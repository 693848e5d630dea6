import { beforeAll, describe, expect, test } from 'vitest';
import type { Statistics } from '#protocol/statistics.ts';
import { actorOf } from '../../test/actors.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from '../../test/factories.ts';
import { testParts } from '../../test/feature-app.ts';
import { makePastChat } from '../../test/past-chats.ts';
import { seededRandom } from '../../test/random.ts';
import { recount, SUMMED, summed, type Told } from '../../test/recounted-chats.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { countChats } from './count-chats.ts';
import { readStatistics } from './read-statistics.ts';

const parts = await testParts();
const { sql } = parts.database;
const reading = { sql, clock: parts.clock };
const random = seededRandom(20_260_302);

const libraries = [
  await makeInstitution(sql, 'northfield'),
  await makeInstitution(sql, 'harbour'),
  await makeInstitution(sql, 'eastvale'),
] as const;
const [northfield, harbour] = libraries;
const coop = await makeCoop(sql, 'Night Owls', libraries);
const coopQueue = await makeQueue(sql, { coopId: coop });
const queues: string[][] = [];
const widgets: string[] = [];
const people: { accountId: string; institutionId: string }[] = [];
for (const [n, institutionId] of libraries.entries()) {
  const own = [await makeQueue(sql, { institutionId }), await makeQueue(sql, { institutionId })];
  queues.push(own);
  const chain = [{ queueId: own[0] ?? '', waitSeconds: 20 }];
  widgets.push(await makeWidget(sql, { institutionId, chain }));
  for (const who of ['a', 'b']) {
    const username = `person-${n}-${who}`;
    const accountId = await makeAccount(sql, { institutionId, username, role: 'operator' });
    people.push({ accountId, institutionId });
    await assign(sql, { queueId: own[0] ?? '', accountId, optedIn: true });
  }
}
const admin = await makeAccount(sql, {
  institutionId: northfield,
  username: 'ada',
  role: 'admin',
});
await makeMember(sql, { coopId: coop, accountId: admin, level: 'coopAdmin', optedInto: [] });
const hugo = await makeAccount(sql, { institutionId: harbour, username: 'hugo', role: 'operator' });
await makeMember(sql, { coopId: coop, accountId: hugo, level: 'institutionAdmin', optedInto: [] });

const FIRST = Date.parse('2026-03-02T00:00:00Z');
const chance = (share: number) => random.next() < share;

/** A chat that went any way that chats go. */
async function somethingHappens(): Promise<string> {
  const n = random.below(libraries.length);
  const institutionId = libraries[n] ?? northfield;
  const own = queues[n] ?? [];
  const isAnswered = chance(0.8);
  const answeredBy = isAnswered
    ? [...new Set([random.pick(people), random.pick(people)].slice(0, 1 + random.below(2)))].map(
        (person) => ({ ...person, after: 5 + random.below(300) }),
      )
    : [];
  const first = Math.min(...answeredBy.map(({ after }) => after));
  const said = [{ by: null as string | null, after: 0, text: 'Where are the maps?' }];
  for (let more = random.below(5); isAnswered && more > 0; more -= 1) {
    const by = chance(0.5) ? null : random.pick(answeredBy).accountId;
    said.push({ by, after: first + random.below(600), text: 'On the second floor.' });
  }
  said.sort((a, b) => a.after - b.after);
  const through = isAnswered && chance(0.5);
  const runs = chance(0.1);
  const chatId = await makePastChat(sql, {
    institutionId,
    widgetId: widgets[n] ?? '',
    queueId: through ? coopQueue : random.pick(own),
    offeredTo: chance(0.5) ? own : [],
    // Some at the seams of half hours, days and the month.
    openedAt: new Date(
      FIRST + random.below(40 * 24 * 60) * 60_000 + (chance(0.2) ? 0 : random.below(60_000)),
    ),
    answeredBy,
    coops: through || chance(0.3) ? [{ coopId: coop, through }] : [],
    said,
    closedAfter: runs ? null : 1_000 + random.below(3_000),
    closeReason: random.pick(['operator', 'patron', 'question_left', 'lost'] as const),
    formOffered: !isAnswered && chance(0.5),
  });
  if (chance(0.4)) await rate(chatId);
  if (isAnswered && !runs && chance(0.6)) await resolve(chatId);
  return chatId;
}

const rate = (chatId: string) => {
  const given = { rating: 1 + random.below(4), comment: null, ratedAt: new Date(FIRST) };
  return sql
    .insertInto('feedback')
    .values({ chatId, ...given })
    .onConflict((conflict) => conflict.column('chatId').doUpdateSet(given))
    .execute();
};

const resolve = (chatId: string) => {
  const said = {
    resolution: random.pick(['answered', 'followUpHome', 'followUpSelf', 'lost'] as const),
    accountId: admin,
    at: new Date(FIRST),
  };
  return sql
    .insertInto('resolutions')
    .values({ chatId, ...said })
    .onConflict((conflict) => conflict.column('chatId').doUpdateSet(said))
    .execute();
};

const chatIds: string[] = [];
beforeAll(async () => {
  for (let n = 0; n < 250; n += 1) chatIds.push(await somethingHappens());
});

const ada = actorOf(admin, northfield, 'admin');
const operator = people[0] ?? { accountId: '', institutionId: '' };

const isOfCoop = ({ coops, answerings }: Told) =>
  coops.some(({ through }) => through || answerings.length === 0);
const cameThrough = ({ coops }: Told) => coops.some(({ through }) => through);
const by = (institutionId: string) => (told: Told) =>
  told.answerings.some((one) => one.institutionId === institutionId);
const ownQueue = queues[0]?.[0] ?? '';

const SCOPES: readonly [string, StaffActor, string, (told: Told) => boolean][] = [
  ['a library', ada, `institution:${northfield}`, ({ chat }) => chat.institutionId === northfield],
  [
    'an operator’s queues',
    actorOf(operator.accountId, northfield, 'operator'),
    `institution:${northfield}`,
    ({ chat, offeredTo, answerings }) =>
      chat.institutionId === northfield &&
      (offeredTo.includes(ownQueue) ||
        answerings.some(({ accountId }) => accountId === operator.accountId)),
  ],
  ['a co-op', ada, `coop:${coop}`, isOfCoop],
  [
    'an institution in the co-op',
    actorOf(hugo, harbour, 'operator'),
    `coop:${coop}`,
    (told) => cameThrough(told) && by(harbour)(told),
  ],
  [
    'a person',
    actorOf(operator.accountId, northfield, 'operator'),
    'mine',
    // Without a level, and staffing no other library's queue: what was answered elsewhere is not theirs.
    ({ chat, answerings }) =>
      chat.institutionId === northfield &&
      answerings.some(({ accountId }) => accountId === operator.accountId),
  ],
];

const PERIODS: readonly [string, { from?: string; to?: string }][] = [
  ['of all time', {}],
  ['of whole days', { from: '2026-03-10', to: '2026-03-20' }],
  ['of odd minutes', { from: '2026-03-05T10:11:12Z', to: '2026-03-28T23:59:01.500Z' }],
  ['of a moment', { from: '2026-03-10T10:01:00Z', to: '2026-03-10T10:02:00Z' }],
];

const read = (actor: StaffActor, text: string, period: object, oneByOne?: number) => {
  const [kind, id] = text.split(':');
  const scope = id === undefined ? { kind: 'mine' as const } : { kind: kind as 'coop', id };
  return readStatistics(reading, actor, { scope, ...period }, oneByOne);
};

/** In Paris, where all of these libraries are. */
const moment = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : Date.parse(text.includes('T') ? text : `${text}T00:00:00+01:00`);

const within = (told: readonly Told[], { from, to }: { from?: string; to?: string }) =>
  told.filter(
    ({ openedAt }) =>
      openedAt >= moment(from, Number.NEGATIVE_INFINITY) &&
      openedAt < moment(to, Number.POSITIVE_INFINITY),
  );

const STAGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['running and closed alike', async () => undefined],
  ['counted', () => countChats(parts)],
  ['counted twice', countAgain],
  [
    'rated and resolved again after they were counted',
    async () => {
      for (const chatId of chatIds.filter(() => chance(0.3))) await rate(chatId);
      for (const chatId of chatIds.filter(() => chance(0.3))) await resolve(chatId);
    },
  ],
  ['counted after that', () => countChats(parts)],
];

describe.each(STAGES)('chats, %s,', (_, prepare) => {
  let all: Told[];
  beforeAll(async () => {
    await prepare();
    all = await recount(sql);
  });

  describe.each(SCOPES)('of %s', (_name, actor, scope, isIn) => {
    test.each(PERIODS)('%s are counted as they happened', async (_when, period) => {
      const told = within(all.filter(isIn), period);
      const { total, series, week } = await read(actor, scope, period);
      expect(total).toMatchObject(summed(told));
      for (const groups of [series, week])
        expect(groups.reduce((sum, { chats }) => sum + chats, 0)).toBe(told.length);
      for (const { weekday, hour, chats } of week)
        expect(chats).toBe(
          told.filter(({ there }) => there.weekday === weekday && there.hour === hour).length,
        );
      for (const { date, chats } of series)
        expect(chats).toBe(told.filter(({ there }) => there.day === date).length);
    });
  });
});

test('there are chats of each kind in what was counted', async () => {
  const { total } = await read(ada, `coop:${coop}`, {});
  for (const key of SUMMED) expect(total[key]).toBeGreaterThan(5);
});

describe('very many chats, by half hours, tell the same', () => {
  const approximate = ['waitMedian', 'durationMedian'] as const;
  const without = ({ total, ...rest }: Statistics) => {
    const { waitMedian: _, durationMedian: __, ...exact } = total;
    return { ...rest, total: exact };
  };

  describe.each(SCOPES.filter(([, , scope]) => scope !== 'mine'))('of %s', (_, actor, scope) => {
    test.each(PERIODS)('%s', async (_when, period) => {
      const [one, many] = [await read(actor, scope, period), await read(actor, scope, period, -1)];
      expect(without(many)).toEqual(without(one));
      for (const key of approximate) {
        const [exact, stepped] = [one.total[key], many.total[key]];
        if (exact === null) expect(stepped).toBeNull();
        // Few chats leave a step half empty; the next bound is half as much again at most.
        else expect(Math.abs((stepped ?? Number.NaN) - exact)).toBeLessThan(exact);
      }
    });
  });
});

test('what changes is told as it was, and once, until it is counted again', async () => {
  await countAgain();
  const before = await read(ada, `coop:${coop}`, {}, -1);
  await sql.updateTable('chats').set({ countedAt: null }).execute();
  expect(await read(ada, `coop:${coop}`, {}, -1)).toEqual(before);
});

test('two who count at once count each chat once', async () => {
  await countAgain();
  const before = await read(ada, `coop:${coop}`, {}, -1);
  await sql.updateTable('chats').set({ countedAt: null }).execute();
  await Promise.all([countChats(parts), countChats(parts), countChats(parts)]);
  expect(await read(ada, `coop:${coop}`, {}, -1)).toEqual(before);
});

async function countAgain(): Promise<void> {
  await sql.updateTable('chats').set({ countedAt: null }).execute();
  await countChats(parts);
}
