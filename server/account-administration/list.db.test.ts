import { sql as fragment } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type AccountRow, listAccounts } from '#protocol/account-administration.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
} from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const DAY_MS = 86_400_000;

interface Person {
  username: string;
  institutionId: string;
  displayName?: string;
  email?: string;
  role?: 'operator' | 'admin' | 'owner';
  /** Days since the last sign-in. */
  seen?: number;
}

async function make({ seen, displayName, email, ...person }: Person): Promise<string> {
  const accountId = await makeAccount(sql, { role: 'operator', ...person });
  await sql
    .updateTable('accounts')
    .set({
      displayName: displayName ?? person.username,
      email: email ?? null,
      lastSignInAt: seen === undefined ? null : new Date(clock.now().getTime() - seen * DAY_MS),
    })
    .where('id', '=', accountId)
    .execute();
  return accountId;
}

await make({
  username: 'ada',
  institutionId: northfield,
  role: 'admin',
  displayName: 'ada Zweig',
  seen: 1,
});
const ada = await house.staff(
  await make({ username: 'boss', institutionId: northfield, role: 'admin' }),
);
const olga = await house.staff(
  await make({
    username: 'olga',
    institutionId: harbour,
    role: 'owner',
    email: 'olga@example.org',
  }),
);
const sadie = await make({
  username: 'northfield-sadie-p',
  institutionId: northfield,
  displayName: 'Sadie Peters',
  email: 'SP@Library.example',
  seen: 91,
});
const jose = await make({
  username: 'jose_100',
  institutionId: northfield,
  displayName: 'José Núñez',
  seen: 89,
});
await make({ username: 'noor', institutionId: northfield, displayName: 'Noor 100% here' });
await make({ username: 'hana', institutionId: harbour, displayName: 'Hana' });

async function list(query: Record<string, unknown>, caller: Caller) {
  const input = { params: undefined, query: query as object, body: undefined };
  return (await house.call(listAccounts, input, caller)).body;
}
const names = async (query: Record<string, unknown>, caller: Caller) =>
  (await list(query, caller)).items.map(({ username }) => username);

describe('a search', () => {
  test.each([
    ['a part of the username', 'sadie-', ['northfield-sadie-p']],
    ['a part of the name, in whatever case', 'sADIE pet', ['northfield-sadie-p']],
    ['capitals beyond English', 'NÚÑEZ', ['jose_100']],
    ['a part of the e-mail', 'sp@library', ['northfield-sadie-p']],
    ['the institution', 'harbour lib', ['hana', 'olga']],
    ['words in any order and any place', 'northfield peters', ['northfield-sadie-p']],
    ['a per cent sign, which is only that', '100%', ['noor']],
    ['an underscore, which is only that', 'e_1', ['jose_100']],
    ['a backslash, which is only that', '\\', []],
    ['spaces', '   ', ['ada', 'boss', 'hana', 'jose_100', 'noor', 'northfield-sadie-p', 'olga']],
    ['what nobody has', 'nobody-at-all', []],
  ])('finds %s', async (_what, q, expected) => {
    const { items, total } = await list({ q }, olga);
    expect(items.map(({ username }) => username)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  test('finds nobody of another library for its admin', async () => {
    expect(await names({ q: 'hana' }, ada)).toEqual([]);
    expect(await names({ institutionId: harbour }, ada)).toEqual([]);
    expect(await names({ institutionId: harbour }, olga)).toEqual(['hana', 'olga']);
  });
});

describe('the list is narrowed', () => {
  test('by role and state', async () => {
    expect(await names({ role: 'admin' }, olga)).toEqual(['ada', 'boss']);
    expect(await names({ state: 'never_signed_in' }, olga)).toEqual(['hana', 'noor']);
    expect(await names({ state: 'idle' }, olga)).toEqual(['northfield-sadie-p']);
    expect(await names({ state: 'no_email' }, ada)).toEqual(['ada', 'boss', 'jose_100', 'noor']);
    expect(await names({ state: 'deleted' }, olga)).toEqual([]);
  });

  test('by queue: assigned to a local one, by a level to a co-op’s', async () => {
    const queueId = await makeQueue(sql, { institutionId: northfield });
    await assign(sql, { queueId, accountId: sadie, optedIn: false });
    const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
    const coopQueueId = await makeQueue(sql, { coopId });
    await makeMember(sql, { coopId, accountId: jose, level: 'regular', optedInto: [] });
    expect(await names({ queueId }, olga)).toEqual(['northfield-sadie-p']);
    expect(await names({ queueId: coopQueueId }, olga)).toEqual(['jose_100']);
    expect(await names({ queueId: newId() }, olga)).toEqual([]);
  });

  test('by invitation and tells of it, as long as it holds', async () => {
    const invite = async (accountId: string, expiresAt: Date) =>
      sql
        .insertInto('passwordLinks')
        .values({
          id: newId(),
          accountId,
          purpose: 'invitation',
          tokenHash: Buffer.from(newId()),
          createdAt: clock.now(),
          expiresAt,
        })
        .execute();
    await invite(sadie, new Date(clock.now().getTime() + DAY_MS));
    await invite(jose, clock.now());
    const { items } = await list({ state: 'invited' }, olga);
    expect(items).toMatchObject([{ username: 'northfield-sadie-p', invited: true }]);
    expect((await list({ q: 'jose' }, olga)).items).toMatchObject([{ invited: false }]);
  });

  test('and tells who has a second factor that is confirmed', async () => {
    const values = { secret: Buffer.alloc(20), createdAt: clock.now() };
    await sql
      .insertInto('authenticators')
      .values([
        { ...values, accountId: sadie, confirmedAt: clock.now() },
        { ...values, accountId: jose, confirmedAt: null },
      ])
      .execute();
    const { items } = await list({ institutionId: northfield }, olga);
    const having = items.filter(({ hasSecondFactor }) => hasSecondFactor);
    expect(having.map(({ username }) => username)).toEqual(['northfield-sadie-p']);
  });
});

const ORDERS = ['username', 'displayName', 'institution', 'lastSignIn'] as const;

describe('the list is sorted', () => {
  test.each([
    ['username', ['ada', 'boss', 'hana', 'jose_100', 'noor', 'northfield-sadie-p', 'olga']],
    ['displayName', ['ada', 'boss', 'hana', 'jose_100', 'noor', 'olga', 'northfield-sadie-p']],
    ['lastSignIn', ['northfield-sadie-p', 'jose_100', 'ada', 'boss', 'olga']],
  ] as const)('by %s', async (sort, expected) => {
    const found = (await list({ sort }, olga)).items;
    const seen = sort === 'lastSignIn' ? found.filter((one) => one.lastSignInAt !== null) : found;
    expect(seen.map(({ username }) => username)).toEqual(expected);
  });

  test('by institution', async () => {
    const institutions = (await list({ sort: 'institution' }, olga)).items.map(
      (one) => one.institutionId,
    );
    expect(institutions).toEqual([harbour, harbour, ...Array(5).fill(northfield)]);
  });

  test.each(ORDERS.flatMap((sort) => [[sort, false] as const, [sort, true] as const]))(
    'and leafed through by %s, descending %s, each once',
    async (sort, descending) => {
      const whole = await names({ sort, descending }, olga);
      const leafed: AccountRow[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page: Awaited<ReturnType<typeof list>> = await list(
          { sort, descending, limit: 2, ...(cursor && { cursor }) },
          olga,
        );
        expect(page.total).toBe(7);
        leafed.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(leafed.map(({ username }) => username)).toEqual(whole);
      expect(new Set(whole).size).toBe(7);
    },
  );

  test.each([
    ['no cursor at all', 'junk'],
    [
      'one of another order',
      Buffer.from('["username",false,"a","00000000-0000-7000-8000-000000000000"]').toString(
        'base64url',
      ),
    ],
    [
      'one with a word where a number stands',
      Buffer.from('["lastSignIn",false,"x","00000000-0000-7000-8000-000000000000"]').toString(
        'base64url',
      ),
    ],
    ['one with no id', Buffer.from('["lastSignIn",false,1,"x"]').toString('base64url')],
  ])('from %s begins nowhere', async (_what, cursor) => {
    const input = {
      params: undefined,
      query: { sort: 'lastSignIn', cursor } as const,
      body: undefined,
    };
    expect(await house.call(listAccounts, input, olga)).toMatchObject({
      status: 400,
      code: 'malformed',
    });
  });
});

describe('of ten thousand', () => {
  test('a page is found, and all of them counted', async () => {
    const institutionId = await makeInstitution(sql, 'large');
    await fragment`
      insert into accounts (id, institution_id, username, display_name, email, role, created_at)
      select gen_random_uuid(), ${institutionId}, 'large-' || n, 'Person ' || n,
        'person' || n || '@example.org', 'operator', now()
      from generate_series(1, 10000) n`.execute(sql);
    const all = await list({ institutionId, limit: 200 }, olga);
    expect(all).toMatchObject({ total: 10_000, nextCursor: expect.any(String) });
    expect(all.items).toHaveLength(200);
    const some = await list({ q: 'large person9999@' }, olga);
    expect(some.items.map(({ username }) => username)).toEqual(['large-9999']);
  });
});
