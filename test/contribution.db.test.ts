import { beforeAll, describe, expect, test } from 'vitest';
import type { readActivity, readContribution } from '#protocol/contribution.ts';
import type { Answer } from '#protocol/endpoint.ts';
import { routeContribution } from '../server/contribution/index.ts';
import { background } from '../server/platform/background.ts';
import { newId } from '../server/platform/ids.ts';
import { beginLease, endLease, extendLeases, leaseEnd } from '../server/presence/index.ts';
import { saveOptIn } from '../server/queues/index.ts';
import { noteSittings } from '../server/sittings/index.ts';
import { countChats, routeStatistics } from '../server/statistics/index.ts';
import { drivenClock } from './clock.ts';
import { makeMember } from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makeLibraries } from './libraries.ts';
import { makePastChat } from './past-chats.ts';

const clock = drivenClock();
const parts = { ...(await testParts()), clock };
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeContribution(app, parts);
routeStatistics(app, parts);
const begun = background((error) => {
  throw error;
});
noteSittings(parts, begun);
/** What was noted down of hints is written. */
const noted = () => begun.settled();

const libraries = await makeLibraries(sql);
const { coopId, hana, institutions } = libraries;
let asHana: StaffHeaders;
let asAda: StaffHeaders;
let asEve: StaffHeaders;
beforeAll(async () => {
  await makeMember(sql, { coopId, accountId: libraries.ada, level: 'coopAdmin', optedInto: [] });
  asHana = await staffHeaders(parts, hana);
  asAda = await staffHeaders(parts, libraries.ada);
  asEve = await staffHeaders(parts, libraries.eve);
});

async function get<Body>(
  headers: StaffHeaders,
  url: string,
): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ url: `/api/v1${url}`, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const read = (headers: StaffHeaders) =>
  get<Answer<typeof readActivity>>(headers, `/coops/${coopId}/activity`);
const activity = async () => (await read(asHana)).body;
const ledger = (headers: StaffHeaders, query = '') =>
  get<Answer<typeof readContribution>>(headers, `/coops/${coopId}/contribution?${query}`);

/** Hana's page of the desk. */
async function sitDown() {
  const page = { pageId: newId(), accountId: hana };
  await beginLease(parts, page);
  await noted();
  return page;
}

/** Minutes pass; the leases of open pages are renewed, and each open desk is looked at. */
async function pass(minutes: number, ...pages: { pageId: string }[]): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance(60);
    const end = leaseEnd(clock.now());
    await extendLeases(sql, new Map(pages.map(({ pageId }) => [pageId, end])));
    if (pages.length > 0) parts.bus.publish('operator', { accountId: hana });
    await noted();
  }
}

async function leave(page: { pageId: string; accountId: string }): Promise<void> {
  await endLease(parts, page);
  await noted();
}

const toldOf = (all: readonly { institutionId: string }[], id: string) =>
  all.find(({ institutionId }) => institutionId === id);

test('nobody who never sat down has any activity', async () => {
  const { totals, items } = await activity();
  expect(items).toEqual([]);
  for (const period of ['lastWeek', 'thisMonth', 'twelveMonths'])
    expect(totals).toContainEqual(
      expect.objectContaining({ period, sittings: 0, minutes: 0, chats: 0 }),
    );
});

describe('who sits at the desk', () => {
  test('is there from sign-on to sign-off, the break of a reload included', async () => {
    const first = await sitDown();
    await pass(30, first);
    expect((await activity()).items).toMatchObject([
      { beganAt: '2026-03-02T09:00:00.000Z', endedAt: null, minutes: 30 },
    ]);
    await leave(first);
    const again = await sitDown();
    await pass(30, again);
    await leave(again);
    await pass(1);
    const { items, totals } = await activity();
    expect(items).toMatchObject([{ minutes: 60, endedAt: '2026-03-02T10:00:02.000Z' }]);
    for (const total of totals) expect(total).toMatchObject({ minutes: 60, sittings: 1 });
  });

  test('is there until the last of their pages closes', async () => {
    await pass(10);
    const pages = [await sitDown(), await sitDown()] as const;
    await pass(5, ...pages);
    await leave(pages[0]);
    await pass(5, pages[1]);
    await leave(pages[1]);
    await pass(1);
    expect((await activity()).items).toMatchObject([{ minutes: 10 }, { minutes: 60 }]);
  });

  test('and comes back later has another sitting, with the chats taken in it', async () => {
    await pass(10);
    const page = await sitDown();
    await makePastChat(sql, {
      institutionId: institutions.northfield,
      widgetId: libraries.widgetId,
      queueId: libraries.coopQueueId,
      openedAt: clock.now(),
      answeredBy: [{ accountId: hana, institutionId: institutions.harbour, after: 90 }],
      coops: [{ coopId, through: true }],
    });
    await pass(5, page);
    await leave(page);
    const { items, totals } = await activity();
    expect(items.map(({ chats }) => chats)).toEqual([1, 0, 0]);
    expect(totals[0]).toMatchObject({ sittings: 3, chats: 1 });
  });

  test('is gone when their lease ends, though nobody noticed it end', async () => {
    await pass(10);
    await sitDown();
    await pass(60);
    const [last] = (await activity()).items;
    // Half a minute of silence.
    expect(last).toMatchObject({ minutes: 1 });
    expect(last?.endedAt).not.toBeNull();
  });

  test('and opts out of the co-op’s queues leaves the co-op’s desk, and stays at their own', async () => {
    await pass(10);
    const page = await sitDown();
    await pass(10, page);
    const opt = { queueId: libraries.coopQueueId, accountId: hana };
    await saveOptIn(sql, { ...opt, optedIn: false });
    parts.bus.publish('operator', { accountId: hana });
    await pass(10, page);
    const [last] = (await activity()).items;
    expect(last?.minutes).toBe(10);
    const own = await sql
      .selectFrom('deskSittings')
      .selectAll()
      .where('accountId', '=', hana)
      .where('coopId', 'is', null)
      .orderBy('beganAt', 'desc')
      .executeTakeFirstOrThrow();
    expect(own.endsAt.getTime() - own.beganAt.getTime()).toBe(1_230_000);
    await saveOptIn(sql, { ...opt, optedIn: true });
    await leave(page);
    await pass(1);
  });

  test('counts in the coverage of the co-op, by the hour', async () => {
    const { body } = await get<{ week: { weekday: number; hour: number; staffedHours: number }[] }>(
      asAda,
      `/statistics?scope=coop:${coopId}`,
    );
    const staffed = body.week.reduce((sum, { staffedHours }) => sum + staffedHours, 0);
    const minutes = (await activity()).items.reduce((sum, item) => sum + item.minutes, 0);
    expect(Math.abs(staffed * 60 - minutes)).toBeLessThan(5);
    // From ten in the morning in Paris, on a Monday.
    expect(body.week[0]).toMatchObject({ weekday: 1, hour: 10, staffedHours: 1 });
  });

  test('is told of to nobody else', async () => {
    expect((await read(asEve)).status).toBe(404);
    expect((await read(asAda)).body.items).toEqual([]);
  });
});

describe('the ledger', () => {
  beforeAll(async () => {
    // In February, for Northfield by Harbour; and one that both answered.
    const past = {
      institutionId: institutions.northfield,
      widgetId: libraries.widgetId,
      queueId: libraries.coopQueueId,
      openedAt: new Date('2026-02-28T23:30:00Z'),
      coops: [{ coopId, through: true }],
    };
    const byHana = { accountId: hana, institutionId: institutions.harbour, after: 30 };
    const bySadie = {
      accountId: libraries.sadie,
      institutionId: institutions.northfield,
      after: 60,
    };
    await makePastChat(sql, { ...past, answeredBy: [byHana] });
    await makePastChat(sql, { ...past, answeredBy: [byHana, bySadie] });
    // Their own, and one that nobody answered.
    await makePastChat(sql, { ...past, answeredBy: [bySadie] });
    await makePastChat(sql, { ...past, coops: [{ coopId, through: false }] });
  });

  const STAGES: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['as they stand', async () => undefined],
    ['once they are counted', () => countChats(parts)],
  ];
  test.each(STAGES)('counts chats on both sides, %s', async (_, prepare) => {
    await prepare();
    const { body } = await ledger(asAda);
    expect(body.items.map(({ month }) => month)).toEqual([
      '2026-02',
      '2026-02',
      '2026-03',
      '2026-03',
    ]);
    const february = body.items.filter(({ month }) => month === '2026-02');
    expect(toldOf(february, institutions.harbour)).toMatchObject({
      answeredForOthers: 2,
      receivedFromOthers: 0,
      balance: 2,
      hoursStaffed: 0,
    });
    expect(toldOf(february, institutions.northfield)).toMatchObject({
      answeredForOthers: 0,
      receivedFromOthers: 2,
      balance: -2,
    });
    expect(toldOf(body.totals, institutions.harbour)).toMatchObject({ answeredForOthers: 3 });
  });

  test('tells the hours that people sat at the co-op’s desk', async () => {
    const { body } = await ledger(asAda);
    const minutes = (await activity()).items.reduce((sum, item) => sum + item.minutes, 0);
    const { hoursStaffed = 0 } =
      body.totals.find(({ institutionId }) => institutionId === institutions.harbour) ?? {};
    expect(Math.abs(hoursStaffed * 60 - minutes)).toBeLessThan(5);
  });

  test('is narrowed to whole months', async () => {
    const { body } = await ledger(asAda, 'from=2026-02-10T00:00:00Z&to=2026-03-01T00:00:00Z');
    expect(new Set(body.items.map(({ month }) => month))).toEqual(new Set(['2026-02']));
  });

  test('is one’s own library’s for an Institution Admin, nothing for a Regular, not there for others', async () => {
    expect(await ledger(asHana)).toMatchObject({ status: 403 });
    expect(await ledger(asEve)).toMatchObject({ status: 404 });
    const level = (to: 'institutionAdmin' | 'regular') =>
      sql.updateTable('coopMemberships').set({ level: to }).where('accountId', '=', hana).execute();
    await level('institutionAdmin');
    const { body } = await ledger(asHana);
    expect(new Set(body.items.map(({ institutionId }) => institutionId))).toEqual(
      new Set([institutions.harbour]),
    );
    expect(body.totals).toHaveLength(1);
    await level('regular');
  });

  test('is a file, too', async () => {
    const url = `/api/v1/coops/${coopId}/contribution/export`;
    const answer = await app.inject({ url, headers: asAda });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body).toContain('2026-02,harbour library,2,0,0.00,2');
  });
});
