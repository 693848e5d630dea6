import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readAccount } from '#protocol/account-administration.ts';
import { listAudit } from '#protocol/audit.ts';
import { changeManyAccounts, setAssignments } from '#protocol/many-accounts.ts';
import type { Problem } from '#protocol/problems.ts';
import { assign, makeAccount, makeInstitution, makeQueue } from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { newId } from '../platform/ids.ts';

const { house, sql } = await testHouse();
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const [first, second] = [
  await makeQueue(sql, { institutionId: northfield }),
  await makeQueue(sql, { institutionId: northfield }),
];
const foreign = await makeQueue(sql, { institutionId: harbour });
const asAda = await house.staff(
  await makeAccount(sql, { institutionId: northfield, username: 'ada', role: 'admin' }),
);
const asOlga = await house.staff(
  await makeAccount(sql, { institutionId: harbour, username: 'olga', role: 'owner' }),
);

let made = 0;
async function make(institutionId: string, queueIds: string[]): Promise<string> {
  made += 1;
  const username = `person-${made}`;
  const accountId = await makeAccount(sql, { institutionId, username, role: 'operator' });
  for (const queueId of queueIds) await assign(sql, { queueId, accountId, optedIn: true });
  return accountId;
}

const withBody = <Body>(body: Body) => ({ params: undefined, query: undefined, body });
const change = (body: z.input<typeof changeManyAccounts.body>, caller: Caller) =>
  house.call(changeManyAccounts, withBody(body), caller);
const set = (items: z.input<typeof setAssignments.body>['items'], caller: Caller) =>
  house.call(setAssignments, withBody({ items }), caller);

async function assigned(accountId: string) {
  const input = { params: { accountId }, query: undefined, body: undefined };
  const { queueIds, poolIds, roomIds, chatAccess } = (await house.call(readAccount, input, asOlga))
    .body;
  return { accountId, queueIds, poolIds, roomIds, chatAccess };
}
async function entriesOf(targetId: string) {
  const input = { params: undefined, query: { targetId }, body: undefined };
  return (await house.call(listAudit, input, asOlga)).body.items;
}

describe('a change of several accounts', () => {
  test('adds and removes for each, and its answer undoes it', async () => {
    const people = [await make(northfield, [first]), await make(northfield, [first, second])];
    const before = await Promise.all(people.map(assigned));

    const answer = await change(
      { accountIds: people, addQueueIds: [second], removeQueueIds: [first], chatAccess: false },
      asAda,
    );

    expect(answer.status).toBe(200);
    expect(answer.body.before).toHaveLength(before.length);
    for (const account of before)
      expect(answer.body.before).toContainEqual({ ...account, optedOutQueueIds: [] });
    for (const accountId of people)
      expect(await assigned(accountId)).toMatchObject({ queueIds: [second], chatAccess: false });

    const undone = await set(answer.body.before, asAda);
    expect(undone.status).toBe(200);
    expect(await Promise.all(people.map(assigned))).toEqual(before);
  });

  test('is undone with the switches as their operators had them', async () => {
    const accountId = await make(northfield, [second]);
    await assign(sql, { queueId: first, accountId, optedIn: false });
    const { body } = await change(
      { accountIds: [accountId], removeQueueIds: [first, second] },
      asAda,
    );
    await set(body.before, asAda);
    const rows = await sql
      .selectFrom('assignments')
      .select(['queueId', 'optedIn'])
      .where('accountId', '=', accountId)
      .execute();
    expect(new Set(rows)).toEqual(
      new Set([
        { queueId: first, optedIn: false },
        { queueId: second, optedIn: true },
      ]),
    );
  });

  test('is told of each account that it changed, and of no other', async () => {
    const changed = await make(northfield, []);
    const unchanged = await make(northfield, [first]);
    await change({ accountIds: [changed, unchanged], addQueueIds: [first] }, asAda);
    expect(await entriesOf(changed)).toMatchObject([
      {
        action: 'account.changed',
        before: { queues: [] },
        after: { queues: [expect.any(String)] },
      },
    ]);
    expect(await entriesOf(unchanged)).toEqual([]);
  });

  test('that fails for one is done for none', async () => {
    const mine = await make(northfield, []);
    const theirs = await make(harbour, []);
    const foreigners = await change({ accountIds: [mine, theirs], addQueueIds: [first] }, asAda);
    expect(foreigners).toMatchObject({ status: 404, code: 'not_found' });
    const admin = await makeAccount(sql, {
      institutionId: northfield,
      username: 'olaf',
      role: 'owner',
    });
    const higher = await change({ accountIds: [mine, admin], addQueueIds: [first] }, asAda);
    expect(higher).toMatchObject({ status: 403, code: 'may_not' });
    expect((await assigned(mine)).queueIds).toEqual([]);
  });

  test.each([
    ['another library’s queue', () => [first, foreign]],
    ['a queue that there is not', () => [first, newId()]],
  ])('does not give %s', async (_what, addQueueIds) => {
    const mine = await make(northfield, []);
    const answer = await change({ accountIds: [mine], addQueueIds: addQueueIds() }, asAda);
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect((answer.body as unknown as Problem).errors).toMatchObject([{ path: 'addQueueIds.1' }]);
    expect((await assigned(mine)).queueIds).toEqual([]);
  });

  test('at once from two sides loses nothing', async () => {
    const people = await Promise.all([1, 2, 3].map(() => make(northfield, [])));
    const answers = await Promise.all([
      change({ accountIds: people, addQueueIds: [first] }, asAda),
      change({ accountIds: people.toReversed(), addQueueIds: [second] }, asOlga),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const accountId of people)
      expect(new Set((await assigned(accountId)).queueIds)).toEqual(new Set([first, second]));
  });
});

describe('assignments that are set', () => {
  test('name the entry that gives what may not be given', async () => {
    const people = [await make(northfield, [first]), await make(northfield, [first])];
    const items = (await Promise.all(people.map(assigned))).map((item, index) => ({
      ...item,
      queueIds: index === 1 ? [first, foreign] : [],
    }));
    const answer = await set(items, asAda);
    expect(answer.status).toBe(422);
    expect((answer.body as unknown as Problem).errors).toMatchObject([
      { path: 'items.1.queueIds.1' },
    ]);
    expect((await assigned(people[0] ?? '')).queueIds).toEqual([first]);
  });

  test('name the first twenty of many wrong entries, and none after', async () => {
    const item = await assigned(await make(northfield, []));
    const queueIds = [first, ...Array.from({ length: 1_000 }, newId)];
    const answer = await set([{ ...item, queueIds }], asAda);
    expect(answer.status).toBe(422);
    const paths = (answer.body as unknown as Problem).errors?.map(({ path }) => path);
    expect(paths).toEqual(Array.from({ length: 20 }, (_, n) => `items.0.queueIds.${n + 1}`));
  });

  test('may be as many as one change took', async () => {
    const accountIds = await Promise.all(Array.from({ length: 1_000 }, () => make(northfield, [])));
    const queueIds = await Promise.all(
      Array.from({ length: 20 }, () => makeQueue(sql, { institutionId: northfield })),
    );
    const added = await change({ accountIds, addQueueIds: queueIds }, asAda);
    expect(added.status).toBe(200);
    const removed = await change({ accountIds, removeQueueIds: queueIds }, asAda);
    expect(removed.body.before[0]?.queueIds).toHaveLength(20);
    const undone = await set(removed.body.before, asAda);
    expect(undone.status).toBe(200);
    expect((await assigned(accountIds[999] ?? '')).queueIds).toHaveLength(20);
  });
});
