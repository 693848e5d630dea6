import { describe, expect, test } from 'vitest';
import {
  changeAccount,
  checkUsername,
  createAccount,
  deleteAccount,
  endAccountSessions,
  listAccounts,
  readAccount,
  restoreAccount,
  setPassword,
} from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import {
  changeManyAccounts,
  deleteAccounts,
  restoreAccounts,
  setAssignments,
} from '#protocol/many-accounts.ts';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { newId } from '../platform/ids.ts';

const { house, sql } = await testHouse();
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');

let made = 0;
function make(role: Role, institutionId: string): Promise<string> {
  made += 1;
  return makeAccount(sql, { institutionId, username: `person-${made}`, role });
}

/** So that nobody in the tables is the last of their kind: that is another rule. */
for (const institutionId of [northfield, harbour]) await make('admin', institutionId);
await make('owner', harbour);

const ids = {
  operator: await make('operator', northfield),
  admin: await make('admin', northfield),
  owner: await make('owner', harbour),
  strangeOperator: await make('operator', harbour),
  strangeAdmin: await make('admin', harbour),
};
type Actor = keyof typeof ids;
const as = {} as Record<Actor, Caller>;
for (const [actor, accountId] of Object.entries(ids))
  as[actor as Actor] = await house.staff(accountId);

/** Asks for the very least that each of them stands for. */
const ACTIONS = {
  view: (accountId: string, caller: Caller) =>
    house.call(readAccount, { params: { accountId }, query: undefined, body: undefined }, caller),
  edit: (accountId: string, caller: Caller) =>
    house.call(
      changeAccount,
      { params: { accountId }, query: undefined, body: { displayName: 'Changed' } },
      caller,
    ),
  changeRole: async (accountId: string, caller: Caller) => {
    const role = (await stateOf(accountId))?.role === 'operator' ? 'admin' : 'operator';
    const input = { params: { accountId }, query: undefined, body: { role } as const };
    return house.call(changeAccount, input, caller);
  },
  setPassword: (accountId: string, caller: Caller) =>
    house.call(
      setPassword,
      { params: { accountId }, query: undefined, body: { password: 'a quiet reading room' } },
      caller,
    ),
  endSessions: (accountId: string, caller: Caller) =>
    house.call(
      endAccountSessions,
      { params: { accountId }, query: undefined, body: undefined },
      caller,
    ),
  delete: (accountId: string, caller: Caller) =>
    house.call(deleteAccount, { params: { accountId }, query: undefined, body: undefined }, caller),
  restore: async (accountId: string, caller: Caller) => {
    await sql
      .updateTable('accounts')
      .set({ deletedAt: house.parts.clock.now() })
      .where('id', '=', accountId)
      .execute();
    const input = { params: { accountId }, query: undefined, body: undefined };
    return house.call(restoreAccount, input, caller);
  },
  deleteMany: (accountId: string, caller: Caller) =>
    house.call(deleteAccounts, withBody({ accountIds: [accountId] }), caller),
  restoreMany: async (accountId: string, caller: Caller) => {
    await sql
      .updateTable('accounts')
      .set({ deletedAt: house.parts.clock.now() })
      .where('id', '=', accountId)
      .execute();
    return house.call(restoreAccounts, withBody({ accountIds: [accountId] }), caller);
  },
  changeMany: (accountId: string, caller: Caller) =>
    house.call(
      changeManyAccounts,
      withBody({ accountIds: [accountId], chatAccess: false }),
      caller,
    ),
  assignMany: (accountId: string, caller: Caller) => {
    const item = { accountId, queueIds: [], poolIds: [], roomIds: [], chatAccess: false };
    return house.call(setAssignments, withBody({ items: [item] }), caller);
  },
};
type Action = keyof typeof ACTIONS;

function withBody<Body>(body: Body) {
  return { params: undefined, query: undefined, body };
}

function stateOf(accountId: string) {
  return sql
    .selectFrom('accounts')
    .select(['role', 'displayName', 'chatAccess', 'deletedAt'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** To each actor, what they are answered about an account of Northfield by its role. */
const EVERY_CHANGE: Readonly<Record<Actor, Readonly<Record<Role, 'done' | 403 | 404>>>> = {
  operator: { operator: 403, admin: 403, owner: 403 },
  admin: { operator: 'done', admin: 'done', owner: 403 },
  owner: { operator: 'done', admin: 'done', owner: 'done' },
  strangeOperator: { operator: 404, admin: 404, owner: 404 },
  strangeAdmin: { operator: 404, admin: 404, owner: 404 },
};

const cells = Object.entries(EVERY_CHANGE).flatMap(([actor, byRole]) =>
  Object.entries(byRole).flatMap(([role, change]) =>
    Object.keys(ACTIONS).map((action) => {
      // Admins see the owner’s account, which they may not touch.
      const expected = action === 'view' && actor === 'admin' ? 'done' : change;
      return [actor as Actor, action as Action, role as Role, expected] as const;
    }),
  ),
);

describe('an account of Northfield', () => {
  test.each(cells)('%s: %s, with the role %s: %s', async (actor, action, role, expected) => {
    const accountId = await make(role, northfield);
    const before = await stateOf(accountId);

    const answer = await ACTIONS[action](accountId, as[actor]);

    if (expected === 'done') {
      expect(answer.status).toBeLessThan(300);
      return;
    }
    expect(answer).toMatchObject({
      status: expected,
      code: expected === 404 ? 'not_found' : 'may_not',
    });
    const { deletedAt: _, ...kept } = { ...before, deletedAt: null };
    expect(await stateOf(accountId)).toMatchObject(kept);
    const wasRestored = action === 'restore' || action === 'restoreMany';
    expect((await stateOf(accountId))?.deletedAt !== null).toBe(wasRestored);
  });

  test.each(Object.keys(ACTIONS) as Action[])('nobody who is not signed in: %s', async (action) => {
    const answer = await ACTIONS[action](await make('operator', northfield), NOBODY);
    expect(answer.status).toBe(401);
  });

  test.each(['admin', 'owner'] as const)('that there is not: an %s finds none', async (actor) => {
    const nobody = newId();
    for (const action of ['view', 'edit', 'delete', 'deleteMany', 'changeMany'] as const)
      expect((await ACTIONS[action](nobody, as[actor])).status).toBe(404);
  });

  test('tells what the caller may do with it', async () => {
    const accountId = await make('admin', northfield);
    const none = {
      mayEdit: false,
      mayDelete: false,
      mayRestore: false,
      mayChangeRole: false,
      maySetPassword: false,
    };
    const all = {
      mayEdit: true,
      mayDelete: true,
      mayRestore: false,
      mayChangeRole: true,
      maySetPassword: true,
    };
    const rightsFor = async (target: string, actor: Actor) =>
      (await ACTIONS.view(target, as[actor])).body.rights;
    expect(await rightsFor(accountId, 'admin')).toEqual(all);
    expect(await rightsFor(await make('owner', northfield), 'admin')).toEqual(none);
    expect(await rightsFor(ids.admin, 'admin')).toEqual({ ...all, maySetPassword: false });
    await ACTIONS.delete(accountId, as.admin);
    expect(await rightsFor(accountId, 'admin')).toEqual({ ...none, mayRestore: true });
  });
});

describe('one’s own account', () => {
  test('an operator sees it and changes nothing of it', async () => {
    expect((await ACTIONS.view(ids.operator, as.operator)).status).toBe(200);
    for (const action of ['edit', 'changeRole', 'delete', 'changeMany'] as const)
      expect((await ACTIONS[action](ids.operator, as.operator)).status).toBe(403);
  });

  test('an admin changes, and neither sets its password unasked for the old one nor raises it', async () => {
    expect((await ACTIONS.setPassword(ids.admin, as.admin)).status).toBe(403);
    expect((await ACTIONS.edit(ids.admin, as.admin)).status).toBe(200);
    const input = {
      params: { accountId: ids.admin },
      query: undefined,
      body: { role: 'owner' } as const,
    };
    expect(await house.call(changeAccount, input, as.admin)).toMatchObject({ status: 403 });
    expect((await stateOf(ids.admin))?.role).toBe('admin');
  });
});

describe('a new account', () => {
  const table: readonly [Actor, Role, string, 201 | 403][] = [
    ['operator', 'operator', northfield, 403],
    ['admin', 'operator', northfield, 201],
    ['admin', 'admin', northfield, 201],
    ['admin', 'owner', northfield, 403],
    ['admin', 'operator', harbour, 403],
    ['strangeAdmin', 'operator', northfield, 403],
    ['strangeOperator', 'operator', northfield, 403],
    ['owner', 'operator', northfield, 201],
    ['owner', 'admin', harbour, 201],
    ['owner', 'owner', northfield, 201],
  ];
  test.each(table)('%s makes a %s (%s): %s', async (actor, role, institutionId, expected) => {
    made += 1;
    const username = `new-${made}`;
    const answer = await house.call(
      createAccount,
      withBody({ username, institutionId, role }),
      as[actor],
    );
    expect(answer.status).toBe(expected);
    const row = await sql
      .selectFrom('accounts')
      .select('role')
      .where('username', '=', username)
      .executeTakeFirst();
    expect(row?.role).toBe(expected === 201 ? role : undefined);
  });

  test.each([
    ['operator', 'admin', 403],
    ['admin', 'owner', 403],
    ['owner', 'owner', 200],
  ] as const)(
    'as an %s, nobody raises to %s beyond their own: %s',
    async (actor, role, expected) => {
      const accountId = await make('operator', northfield);
      const input = { params: { accountId }, query: undefined, body: { role } };
      expect((await house.call(changeAccount, input, as[actor])).status).toBe(expected);
      expect((await stateOf(accountId))?.role).toBe(expected === 200 ? role : 'operator');
    },
  );
});

describe('the list, and the names', () => {
  const list = (caller: Caller) =>
    house.call(listAccounts, { params: undefined, query: { limit: 200 }, body: undefined }, caller);
  const check = (institutionId: string, caller: Caller) =>
    house.call(
      checkUsername,
      { params: { username: 'somebody' }, query: { institutionId }, body: undefined },
      caller,
    );

  test('hold the caller’s institution; for the owner, all; for operators, nothing', async () => {
    const institutionsFor = async (actor: Actor) =>
      new Set((await list(as[actor])).body.items.map(({ institutionId }) => institutionId));
    expect(await institutionsFor('admin')).toEqual(new Set([northfield]));
    expect(await institutionsFor('strangeAdmin')).toEqual(new Set([harbour]));
    expect(await institutionsFor('owner')).toEqual(new Set([northfield, harbour]));
    expect(await list(as.operator)).toMatchObject({ status: 403, code: 'may_not' });
    expect((await list(NOBODY)).status).toBe(401);
  });

  test('are told to who could take one', async () => {
    expect((await check(northfield, as.admin)).status).toBe(200);
    expect((await check(northfield, as.owner)).status).toBe(200);
    expect((await check(northfield, as.operator)).status).toBe(403);
    expect((await check(northfield, as.strangeAdmin)).status).toBe(403);
    expect((await check(newId(), as.owner)).status).toBe(403);
    expect((await check(northfield, NOBODY)).status).toBe(401);
  });
});
