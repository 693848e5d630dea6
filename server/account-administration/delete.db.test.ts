import { sql as fragment } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  changeAccount,
  createAccount,
  deleteAccount,
  listAccounts,
  readAccount,
  restoreAccount,
} from '#protocol/account-administration.ts';
import { readSession } from '#protocol/accounts.ts';
import { listAudit } from '#protocol/audit.ts';
import { readChat, readEvents } from '#protocol/chats.ts';
import { CLOSE } from '#protocol/frames.ts';
import { deleteAccounts } from '#protocol/many-accounts.ts';
import { changeRolesAtOnce } from '../../test/at-once.ts';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim, say } from '../../test/talk.ts';
import { purgeAccounts } from './index.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield } = libraries.institutions;
const asAda = await house.staff(libraries.ada);
const asOlga = await house.staff(libraries.olga);
const DAY_SECONDS = 86_400;

const on = (accountId: string) => ({ params: { accountId }, query: undefined, body: undefined });
const remove = (accountId: string, caller: Caller) =>
  house.call(deleteAccount, on(accountId), caller);
const restore = (accountId: string, caller: Caller) =>
  house.call(restoreAccount, on(accountId), caller);
const removeMany = (accountIds: string[], caller: Caller) =>
  house.call(deleteAccounts, { params: undefined, query: undefined, body: { accountIds } }, caller);
const chatOf = async (chatId: string) =>
  (await house.call(readChat, { params: { chatId }, query: undefined, body: undefined }, asAda))
    .body;
const queuesOf = (accountId: string) =>
  sql.selectFrom('operatorQueues').selectAll().where('accountId', '=', accountId).execute();

let made = 0;
async function makeOperator(): Promise<string> {
  made += 1;
  const username = `operator-${made}`;
  const body = { username, institutionId: northfield, queueIds: [libraries.queueId] };
  const input = { params: undefined, query: undefined, body };
  return (await house.call(createAccount, input, asAda)).body.id;
}

describe('who is deleted', () => {
  test('is signed out at once, and out of every queue', async () => {
    const accountId = await makeOperator();
    const caller = await house.staff(accountId);
    const page = await house.desk(caller);
    expect(await queuesOf(accountId)).toHaveLength(1);

    expect((await remove(accountId, asAda)).status).toBe(204);

    expect(await page.closed).toMatchObject({ code: CLOSE.notSignedIn });
    const session = await house.call(
      readSession,
      { params: undefined, query: undefined, body: undefined },
      caller,
    );
    expect(session.status).toBe(401);
    expect(await queuesOf(accountId)).toEqual([]);
    const leases = await sql
      .selectFrom('operatorLeases')
      .selectAll()
      .where('accountId', '=', accountId)
      .where('expiresAt', '>', clock.now())
      .execute();
    expect(leases).toEqual([]);
  });

  test('leaves the chat in hand to the others, within two seconds', async () => {
    const accountId = await makeOperator();
    const caller = await house.staff(accountId);
    await house.desk(caller);
    const { chatId } = await ask(house, libraries.widgetId, 'Where is the atlas?');
    await claim(house, chatId, caller);
    await say(house, chatId, caller, 'On the second floor.');
    expect(await chatOf(chatId)).toMatchObject({ state: 'active', ownerId: accountId });

    await remove(accountId, asAda);
    await house.passes(1);

    expect(await chatOf(chatId)).toMatchObject({ state: 'waiting', ownerId: null });
  });

  test('so does who loses chat access', async () => {
    const accountId = await makeOperator();
    const caller = await house.staff(accountId);
    const page = await house.desk(caller);
    const { chatId } = await ask(house, libraries.widgetId, 'Where is the globe?');
    await claim(house, chatId, caller);
    await house.passes(1);
    expect((await chatOf(chatId)).state).toBe('active');

    await house.call(changeAccount, { ...on(accountId), body: { chatAccess: false } }, asAda);
    expect(await page.closed).toMatchObject({ code: CLOSE.mayNot });
    await house.passes(1);
    expect((await chatOf(chatId)).state).toBe('waiting');
  });

  test('is told of in the log', async () => {
    const accountId = await makeOperator();
    await remove(accountId, asAda);
    await restore(accountId, asAda);
    const input = { params: undefined, query: { targetId: accountId }, body: undefined };
    const { items } = (await house.call(listAudit, input, asAda)).body;
    expect(items.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['account.restored', libraries.ada],
      ['account.deleted', libraries.ada],
      ['account.created', libraries.ada],
    ]);
  });

  test('is in the list of the deleted alone', async () => {
    const accountId = await makeOperator();
    await remove(accountId, asAda);
    const idsIn = async (query: object) => {
      const input = { params: undefined, query: { limit: 200, ...query }, body: undefined };
      return (await house.call(listAccounts, input, asAda)).body.items.map(({ id }) => id);
    };
    expect(await idsIn({})).not.toContain(accountId);
    expect(await idsIn({ state: 'deleted' })).toContain(accountId);
  });
});

describe('several', () => {
  test('are deleted together or not at all', async () => {
    const [one, two] = [await makeOperator(), await makeOperator()];
    const refused = await removeMany([one, libraries.eve], asAda);
    expect(refused).toMatchObject({ status: 404 });
    expect(await queuesOf(one)).toHaveLength(1);

    const answer = await removeMany([one, two, one], asAda);
    expect(answer).toMatchObject({ status: 200, body: { deleted: 2 } });
    expect([...(await queuesOf(one)), ...(await queuesOf(two))]).toEqual([]);
  });

  test('twice is a conflict, and changes nothing', async () => {
    const accountId = await makeOperator();
    await remove(accountId, asAda);
    expect(await remove(accountId, asAda)).toMatchObject({ status: 409, code: 'conflict' });
    await restore(accountId, asAda);
    expect(await restore(accountId, asAda)).toMatchObject({ status: 409, code: 'conflict' });
  });
});

describe('the last', () => {
  test('admin of a library stays, and so does who was to go along', async () => {
    const institutionId = await makeInstitution(sql, 'lonely');
    const account = (username: string, role: 'admin' | 'operator') =>
      makeAccount(sql, { institutionId, username, role });
    const admins = [await account('lonely-a', 'admin'), await account('lonely-b', 'admin')];
    const operator = await account('lonely-c', 'operator');

    const all = await removeMany([...admins, operator], asOlga);
    expect(all).toMatchObject({ status: 409, code: 'conflict' });
    expect((await removeMany([operator, admins[0] ?? ''], asOlga)).status).toBe(200);
    expect((await remove(admins[1] ?? '', asOlga)).status).toBe(409);
  });

  test('owner stays', async () => {
    expect(await remove(libraries.olga, asOlga)).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('of two admins who delete each other at once, one stays', async () => {
    const institutionId = await makeInstitution(sql, 'pair');
    const pair = [
      await makeAccount(sql, { institutionId, username: 'pair-a', role: 'admin' }),
      await makeAccount(sql, { institutionId, username: 'pair-b', role: 'admin' }),
    ] as const;
    const callers = [await house.staff(pair[0]), await house.staff(pair[1])] as const;
    const answers = await changeRolesAtOnce(sql, () => [
      remove(pair[1], callers[0]),
      remove(pair[0], callers[1]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    const left = await sql
      .selectFrom('accounts')
      .select('id')
      .where('id', 'in', [...pair])
      .where('deletedAt', 'is', null)
      .execute();
    expect(left).toHaveLength(1);
  });
});

describe('a restoration', () => {
  test('brings the assignments back', async () => {
    const accountId = await makeOperator();
    await remove(accountId, asAda);
    const answer = await restore(accountId, asAda);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ deletedAt: null, queueIds: [libraries.queueId] });
    expect(await queuesOf(accountId)).toEqual([
      { accountId, queueId: libraries.queueId, optedIn: true },
    ]);
  });

  test('brings a level back', async () => {
    const before = await queuesOf(libraries.hana);
    expect(before).toHaveLength(1);
    await remove(libraries.hana, asOlga);
    expect(await queuesOf(libraries.hana)).toEqual([]);
    await restore(libraries.hana, asOlga);
    expect(await queuesOf(libraries.hana)).toEqual(before);
  });
});

describe('thirty days later', () => {
  test('nothing is left of an account but a row without a name, and its username is free', async () => {
    const accountId = await makeOperator();
    const { username } = (await house.call(readAccount, on(accountId), asAda)).body;
    const caller = await house.staff(accountId);
    await house.desk(caller);
    const { chatId } = await ask(house, libraries.widgetId, 'When do you close?');
    await claim(house, chatId, caller);
    await say(house, chatId, caller, 'At nine.');
    const { body: early } = await house.call(readAccount, on(accountId), asAda);
    await remove(accountId, asAda);

    clock.advance(30 * DAY_SECONDS - 1);
    await purgeAccounts(house.parts);
    expect(
      (await house.call(readAccount, on(accountId), await house.staff(libraries.ada))).status,
    ).toBe(200);

    clock.advance(2);
    await purgeAccounts(house.parts);
    const asAdaNow = await house.staff(libraries.ada);
    expect((await house.call(readAccount, on(accountId), asAdaNow)).status).toBe(404);
    expect((await restore(accountId, asAdaNow)).status).toBe(404);
    const row = await sql
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ email: null, passwordHash: null, purgedAt: clock.now() });
    expect(JSON.stringify(row)).not.toContain(early.username);
    expect(await rowsThatGoAlong(accountId)).toEqual({});

    const again = await house.call(
      createAccount,
      { params: undefined, query: undefined, body: { username, institutionId: northfield } },
      asAdaNow,
    );
    expect(again.status).toBe(201);

    const events = await house.call(
      readEvents,
      { params: { chatId }, query: { after: 0 }, body: undefined },
      asAdaNow,
    );
    expect(events.status).toBe(200);
    expect(JSON.stringify(events.body)).toContain('At nine.');
  });

  test('who lives is not touched', async () => {
    const before = await sql
      .selectFrom('accounts')
      .selectAll()
      .where('deletedAt', 'is', null)
      .execute();
    clock.advance(100 * DAY_SECONDS);
    await purgeAccounts(house.parts);
    expect(before.length).toBeGreaterThan(0);
    expect(
      await sql.selectFrom('accounts').selectAll().where('deletedAt', 'is', null).execute(),
    ).toEqual(before);
  });
});

/** Rows of tables that would go with the account, by table; those without any are left out. */
async function rowsThatGoAlong(accountId: string): Promise<Record<string, number>> {
  const { rows } = await fragment<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = 'accounts'::regclass and c.confdeltype = 'c'`.execute(sql);
  expect(rows.length).toBeGreaterThan(5);
  const found: Record<string, number> = {};
  for (const { table, column } of rows) {
    const counted = await fragment<{ n: number }>`
      select count(*) as n from ${fragment.table(table)}
      where ${fragment.ref(column)} = ${accountId}`.execute(sql);
    if (counted.rows[0]?.n) found[table] = counted.rows[0].n;
  }
  return found;
}
