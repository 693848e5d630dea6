import { sql as fragment } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { deleteAccount, restoreAccount } from '#protocol/account-administration.ts';
import {
  addCoopAccounts,
  changeCoopAccount,
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
  readCoopAccount,
  removeCoopAccount,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import { readCoop } from '#protocol/coops.ts';
import type { Level } from '#protocol/levels.ts';
import type { Problem } from '#protocol/problems.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { changeLevelsAtOnce } from '../../test/at-once.ts';
import { makeAccount, makeMember } from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries } from '../../test/libraries.ts';
import { ask, claim } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield, harbour, eastvale } = libraries.institutions;
const { coopId, coopQueueId } = libraries;

let people = 0;
async function person(institutionId = northfield): Promise<string> {
  people += 1;
  const username = `person-${String(people).padStart(3, '0')}`;
  return makeAccount(sql, { institutionId, username, role: 'operator' });
}
async function member(level: Level, institutionId = northfield): Promise<string> {
  const accountId = await person(institutionId);
  await makeMember(sql, { coopId, accountId, level, optedInto: [] });
  return accountId;
}

let olga: Caller;
let coopAdmin: Caller;
let institutionAdmin: Caller;
beforeAll(async () => {
  olga = await house.staff(libraries.olga);
  coopAdmin = await house.staff(await member('coopAdmin', harbour));
  institutionAdmin = await house.staff(await member('institutionAdmin'));
});

const add = (accountIds: string[], level: string, caller = coopAdmin) =>
  house.call(addCoopAccounts, { params: { coopId }, body: { accountIds, level } } as never, caller);
const remove = (accountId: string, caller = coopAdmin) =>
  house.call(removeCoopAccount, { params: { coopId, accountId } } as never, caller);
const read = (accountId: string, caller = coopAdmin) =>
  house.call(readCoopAccount, { params: { coopId, accountId } } as never, caller);
const list = (query: object, caller = coopAdmin) =>
  house.call(listCoopAccounts, { params: { coopId }, query } as never, caller);
const candidates = (query: object, caller = coopAdmin) =>
  house.call(listCoopCandidates, { params: { coopId }, query } as never, caller);

async function levelOf(accountId: string): Promise<Level | undefined> {
  const row = await sql
    .selectFrom('coopMemberships')
    .select('level')
    .where('coopId', '=', coopId)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.level;
}
const entriesOf = (targetId: string) =>
  sql
    .selectFrom('audit')
    .select(['action', 'institutionId', 'before', 'after'])
    .where('targetId', '=', targetId)
    .orderBy('id')
    .execute();

describe('a batch', () => {
  test('is added at one level, told of each, and taken back whole', async () => {
    const wanted = [await person(), await person(harbour)];
    const [first = '', second = ''] = wanted;
    const told: string[] = [];
    const unsubscribe = house.parts.bus.subscribe('operator', (hint) => {
      told.push(hint.accountId);
    });
    const added = await add([first, second, first], 'institutionAdmin');
    unsubscribe();
    expect(added.status).toBe(201);
    expect(added.body.items).toMatchObject([
      { accountId: first, level: 'institutionAdmin', mayEdit: true, institutionId: northfield },
      { accountId: second, level: 'institutionAdmin', mayEdit: true, institutionId: harbour },
    ]);
    expect(told).toEqual(wanted);
    expect(await entriesOf(second)).toMatchObject([
      {
        action: 'account.levelGiven',
        institutionId: harbour,
        after: { coopLevel: 'Night Owls: Institution Admin' },
      },
    ]);

    const undo = (accountIds: string[]) =>
      house.call(
        removeCoopAccounts,
        { params: { coopId }, body: { accountIds } } as never,
        coopAdmin,
      );
    expect((await undo([first, await person()])).status).toBe(404);
    expect(await levelOf(first)).toBe('institutionAdmin');
    expect((await undo(wanted)).status).toBe(204);
    expect([await levelOf(first), await levelOf(second)]).toEqual([undefined, undefined]);
    expect((await entriesOf(first)).map(({ action }) => action)).toEqual([
      'account.levelGiven',
      'account.levelTaken',
    ]);
  });

  test('is refused whole for one that can’t be added, and names it', async () => {
    const good = await person();
    const outside = await person(eastvale);
    const present = await member('regular');
    const answers = [
      await add([good, outside, present], 'regular'),
      await add([good, newId()], 'regular'),
      await add([good, present], 'regular'),
      await add([good, await person(harbour)], 'regular', institutionAdmin),
      await add([good, newId()], 'regular', institutionAdmin),
      await add([good], 'coopAdmin', institutionAdmin),
      await add([good], 'chief'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 409, 403, 403, 403, 400]);
    const [of422, , of409] = answers.map(({ body }) => (body as unknown as Problem).errors);
    expect(of422).toMatchObject([{ path: 'accountIds.1' }]);
    expect(of409).toMatchObject([{ path: 'accountIds.1' }]);
    expect(await levelOf(good)).toBeUndefined();
    expect(await entriesOf(good)).toEqual([]);
  });
});

describe('a level', () => {
  test('is changed, and the change is told where the account is at home', async () => {
    const accountId = await member('regular');
    const change = (level: Level) =>
      house.call(
        changeCoopAccount,
        { params: { coopId, accountId }, body: { level } } as never,
        institutionAdmin,
      );
    expect((await change('institutionAdmin')).body).toMatchObject({ level: 'institutionAdmin' });
    // Said again it is no change.
    expect((await change('institutionAdmin')).status).toBe(200);
    expect(await entriesOf(accountId)).toMatchObject([
      {
        action: 'account.levelChanged',
        institutionId: northfield,
        before: { coopLevel: 'Night Owls: Regular' },
        after: { coopLevel: 'Night Owls: Institution Admin' },
      },
    ]);
  });

  test('that is taken away while somebody uses it holds no longer: of two Co-Op Admins who remove each other at once, one stays', async () => {
    const [one, other] = [await member('coopAdmin'), await member('coopAdmin', harbour)];
    const [asOne, asOther] = [await house.staff(one), await house.staff(other)];
    const answers = await changeLevelsAtOnce(sql, coopId, () => [
      remove(other, asOne),
      remove(one, asOther),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const left = [await levelOf(one), await levelOf(other)];
    expect(left.filter((level) => level === 'coopAdmin')).toHaveLength(1);
  });

  test('sleeps while its account is deleted, and wakes with it, unless it was taken away meanwhile', async () => {
    const [back, gone] = [await member('regular'), await member('regular')];
    const delete_ = (accountId: string) =>
      house.call(deleteAccount, { params: { accountId } } as never, olga);
    const restore = (accountId: string) =>
      house.call(restoreAccount, { params: { accountId } } as never, olga);
    const total = async () => (await list({})).body.total;
    const before = await total();
    await delete_(back);
    await delete_(gone);
    expect(await total()).toBe(before - 2);
    expect((await read(back)).status).toBe(404);
    expect((await add([back], 'regular')).status).toBe(422);
    expect((await remove(gone)).status).toBe(204);
    await restore(back);
    await restore(gone);
    expect((await read(back)).body).toMatchObject({ level: 'regular' });
    expect((await read(gone)).status).toBe(404);
    expect(await total()).toBe(before - 1);
  });

  test('goes with an account that is purged', async () => {
    const accountId = await member('regular');
    await house.call(deleteAccount, { params: { accountId } } as never, olga);
    await fragment`select purge_account(${accountId}::uuid, ${clock.now()})`.execute(sql);
    expect(await levelOf(accountId)).toBeUndefined();
  });
});

describe('Manage Accounts', () => {
  test('leafs through everybody, library by library, and counts them', async () => {
    for (let n = 0; n < 5; n += 1) await member('regular', n % 2 ? harbour : northfield);
    const all = (await list({ limit: 200 })).body;
    expect(all.nextCursor).toBeNull();
    const places = all.items.map((row) => `${row.institutionName} ${row.username}`);
    expect(places).toEqual([...places].sort());
    const leafed: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = (await list({ limit: 3, ...(cursor && { cursor }) })).body;
      expect(page.total).toBe(all.items.length);
      leafed.push(...page.items.map(({ accountId }) => accountId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(leafed).toEqual(all.items.map(({ accountId }) => accountId));
    expect((await list({ cursor: 'nowhere' })).status).toBe(400);
  });

  test('finds by words, library and level', async () => {
    const accountId = await member('institutionAdmin', harbour);
    await sql
      .updateTable('accounts')
      .set({ displayName: 'Zoë 100%' })
      .where('id', '=', accountId)
      .execute();
    const found = async (query: object) =>
      (await list(query)).body.items.map((row) => row.accountId);
    expect(await found({ q: 'HARBOUR zoë' })).toEqual([accountId]);
    expect(await found({ q: '100%' })).toEqual([accountId]);
    expect(await found({ q: '100_' })).toEqual([]);
    expect(await found({ q: '  ' })).not.toEqual([]);
    expect(await found({ q: 'zoë', level: 'institutionAdmin', institutionId: harbour })).toEqual([
      accountId,
    ]);
    expect(await found({ q: 'zoë', level: 'regular' })).toEqual([]);
    expect(await found({ q: 'zoë', institutionId: northfield })).toEqual([]);
  });

  test('offers whom one may add, and finds pasted usernames among them', async () => {
    const [here, there, outside] = [await person(), await person(harbour), await person(eastvale)];
    const present = await member('regular', harbour);
    const usernames = await Promise.all(
      [here, there, outside, present].map(async (id) => {
        const { username } = await sql
          .selectFrom('accounts')
          .select('username')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return username;
      }),
    );
    const [ofHere = '', ofThere = '', ofOutside = '', ofPresent = ''] = usernames;
    const find = async (caller: Caller) => {
      const pasted = [` ${ofHere.toUpperCase()} `, ofThere, ofOutside, ofPresent, ofHere, ' '];
      const input = { params: { coopId }, body: { usernames: pasted } };
      const { found, refused } = (await house.call(findCoopCandidates, input as never, caller))
        .body;
      return { found: found.map(({ username }) => username), refused };
    };
    expect(await find(coopAdmin)).toEqual({
      found: [ofHere, ofThere],
      refused: [
        { username: ofOutside, reason: 'unknown' },
        { username: ofPresent, reason: 'member' },
      ],
    });
    expect(await find(institutionAdmin)).toEqual({
      found: [ofHere],
      refused: [
        { username: ofThere, reason: 'unknown' },
        { username: ofOutside, reason: 'unknown' },
        { username: ofPresent, reason: 'member' },
      ],
    });
    const offered = async (caller: Caller) =>
      (await candidates({ limit: 200 }, caller)).body.items.map(({ accountId }) => accountId);
    expect(await offered(coopAdmin)).toEqual(expect.arrayContaining([here, there]));
    expect(await offered(coopAdmin)).not.toEqual(expect.arrayContaining([outside]));
    expect(await offered(institutionAdmin)).toContain(here);
    expect(await offered(institutionAdmin)).not.toContain(there);
    const page = (await candidates({ limit: 1, institutionId: northfield })).body;
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).not.toBeNull();
  });
});

describe('an operator at the desk', () => {
  test.each([
    ['of a partner', harbour],
    ['of the patron’s own library', northfield],
  ])(
    '%s loses the co-op at once, what they had in hand is offered again, and added anew they choose anew',
    async (_, home) => {
      const accountId = await member('regular', home);
      const caller = await house.staff(accountId);
      const optIn = (optedIn: boolean) =>
        house.call(
          optIntoQueue,
          { params: { queueId: coopQueueId }, body: { optedIn } } as never,
          caller,
        );
      await optIn(true);
      const desk = await house.desk(caller);
      const chat = await ask(house, libraries.widgetId, 'Who answers at night?');
      await house.passes(LOCAL_SECONDS + 1);
      expect((await claim(house, chat.chatId, caller)).status).toBe(200);

      const gone = desk.until((frame) =>
        frame.t === 'desk' && frame.desk.queues.length === 0 ? frame : undefined,
      );
      expect((await remove(accountId)).status).toBe(204);
      await gone;
      await house.passes(2);
      const state = await sql
        .selectFrom('chats')
        .select(['state', 'ownerId'])
        .where('id', '=', chat.chatId)
        .executeTakeFirstOrThrow();
      expect(state).toEqual({ state: 'waiting', ownerId: null });
      expect((await house.call(readCoop, { params: { coopId } } as never, caller)).status).toBe(
        404,
      );

      const past = desk.frames.length;
      const added = desk.until((frame) =>
        frame.t === 'desk' && frame.desk.queues.length > 0 && desk.frames.indexOf(frame) >= past
          ? frame.desk.queues
          : undefined,
      );
      await add([accountId], 'regular');
      expect(await added).toMatchObject([{ id: coopQueueId, optedIn: false }]);
      await desk.close();
    },
  );
});
