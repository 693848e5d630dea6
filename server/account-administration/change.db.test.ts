import { sql as fragment } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountChange,
  changeAccount,
  checkUsername,
  createAccount,
  type NewAccount,
  readAccount,
} from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import { listAudit } from '#protocol/audit.ts';
import type { Problem } from '#protocol/problems.ts';
import { changeRolesAtOnce } from '../../test/at-once.ts';
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

const { house, sql } = await testHouse();
const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const eastvale = await makeInstitution(sql, 'eastvale');
const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
const queueId = await makeQueue(sql, { institutionId: northfield });
const foreignQueueId = await makeQueue(sql, { institutionId: eastvale });
const coopQueueId = await makeQueue(sql, { coopId });
const poolId = await makeThing('pools', northfield);
const sharedPoolId = await makeThing('pools', null);
const foreignPoolId = await makeThing('pools', eastvale);
const roomId = await makeThing('rooms', northfield);

let made = 0;
function make(role: Role, institutionId: string): Promise<string> {
  made += 1;
  return makeAccount(sql, { institutionId, username: `person-${made}`, role });
}
const ada = await make('admin', northfield);
const olga = await make('owner', eastvale);
const hana = await make('operator', harbour);
const eve = await make('operator', eastvale);
const asAda = await house.staff(ada);
const asOlga = await house.staff(olga);

async function makeThing(table: 'pools' | 'rooms', institutionId: string | null): Promise<string> {
  const id = newId();
  await sql
    .insertInto(table)
    .values({ id, name: `Thing ${id}`, institutionId, createdAt: house.parts.clock.now() })
    .execute();
  return id;
}

function create(body: Partial<NewAccount>, caller: Caller) {
  made += 1;
  const wanted = { username: `person-${made}`, institutionId: northfield, ...body };
  return house.call(createAccount, { params: undefined, query: undefined, body: wanted }, caller);
}
function change(accountId: string, body: AccountChange, caller: Caller) {
  return house.call(changeAccount, { params: { accountId }, query: undefined, body }, caller);
}
const read = async (accountId: string) =>
  (
    await house.call(
      readAccount,
      { params: { accountId }, query: undefined, body: undefined },
      asOlga,
    )
  ).body;
const errorsOf = (answer: { body: unknown }) =>
  (answer.body as Problem).errors?.map(({ path }) => path);
async function lastEntry(targetId: string) {
  const input = { params: undefined, query: { targetId, limit: 1 }, body: undefined };
  return (await house.call(listAudit, input, asOlga)).body.items[0];
}

describe('a new account', () => {
  test('has what was asked for, and the usual where nothing was', async () => {
    const { status, body } = await create(
      {
        username: 'northfield-sadie-p',
        displayName: 'Sadie',
        email: 'sadie@example.org',
        queueIds: [queueId],
        poolIds: [poolId, sharedPoolId],
        roomIds: [roomId],
        contactIds: [hana],
      },
      asAda,
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      username: 'northfield-sadie-p',
      displayName: 'Sadie',
      email: 'sadie@example.org',
      institutionName: 'northfield library',
      role: 'operator',
      chatAccess: true,
      language: 'en',
      maxChats: 5,
      lastSignInAt: null,
      deletedAt: null,
      invited: false,
      hasSecondFactor: false,
      queueIds: [queueId],
      poolIds: [poolId, sharedPoolId],
      roomIds: [roomId],
      contactIds: [hana],
    });
    expect(await read(body.id)).toMatchObject({ username: 'northfield-sadie-p' });
  });

  test('is opted in to its queues, so that it can answer at once', async () => {
    const { body } = await create({ queueIds: [queueId] }, asAda);
    const rows = await sql
      .selectFrom('operatorQueues')
      .selectAll()
      .where('accountId', '=', body.id)
      .execute();
    expect(rows).toEqual([{ accountId: body.id, queueId, optedIn: true }]);
  });

  test('is told of in the log, without its password', async () => {
    const password = 'a quiet reading room';
    const { body } = await create({ displayName: 'Quiet', password, queueIds: [queueId] }, asAda);
    const entry = await lastEntry(body.id);
    expect(entry).toMatchObject({
      actorId: ada,
      action: 'account.created',
      targetName: body.username,
      institutionId: northfield,
      before: null,
      after: { displayName: 'Quiet', role: 'operator', queues: [expect.any(String)] },
    });
    expect(entry?.address).toMatch(/^10\./);
    const { rows } = await fragment<{
      text: string;
    }>`select audit::text as text from audit`.execute(sql);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/quiet reading room|argon2id/);
  });

  test('is invited by a link that is on its way with it', async () => {
    const { body } = await create({ email: 'new@example.org', invite: true }, asAda);
    expect(body.invited).toBe(true);
    const links = await sql
      .selectFrom('passwordLinks')
      .select('purpose')
      .where('accountId', '=', body.id)
      .execute();
    expect(links).toEqual([{ purpose: 'invitation' }]);
    expect(await sql.selectFrom('jobs').select('task').execute()).toHaveLength(1);
  });

  test.each(['a', 'b'])(
    'never takes a name that somebody has, at the same moment either (%s)',
    async (run) => {
      const username = `taken-${run}`;
      const answers = await Promise.all([1, 2, 3].map(() => create({ username }, asAda)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.code).toBe('conflict');
      expect(refused && errorsOf(refused)).toEqual(['username']);
    },
  );

  test.each<[string, Partial<NewAccount>, string]>([
    ['a password that everybody has', { password: 'password1234' }, 'password'],
    ['a short password', { password: 'short' }, 'password'],
    ['an invitation to nowhere', { invite: true }, 'email'],
    [
      'an invitation and a password',
      { invite: true, email: 'a@example.org', password: 'a quiet reading room' },
      'password',
    ],
    ['another library’s queue', { queueIds: [queueId, foreignQueueId] }, 'queueIds.1'],
    ['a co-op’s queue, which a level opens', { queueIds: [coopQueueId] }, 'queueIds.0'],
    ['a queue that there is not', { queueIds: [newId()] }, 'queueIds.0'],
    ['another library’s pool', { poolIds: [foreignPoolId] }, 'poolIds.0'],
    ['a room that there is not', { roomIds: [newId()] }, 'roomIds.0'],
    ['a contact beyond the co-op', { contactIds: [eve] }, 'contactIds.0'],
    ['an account to copy from that is not seen', { copyFrom: hana }, 'copyFrom'],
    ['a username in capitals', { username: 'Sadie' }, 'username'],
  ])('with %s is not made', async (_fault, body, path) => {
    const before = await countAccounts();
    const answer = await create(body, asAda);
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(errorsOf(answer)).toEqual([path]);
    expect(await countAccounts()).toBe(before);
  });

  test('of no institution is not made, by the owner either', async () => {
    const answer = await create({ institutionId: newId() }, asOlga);
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual(['institutionId']);
  });
});

async function countAccounts(): Promise<number> {
  const { n } = await sql
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

describe('a copy', () => {
  let source: string;
  beforeEach(async () => {
    source = await make('admin', northfield);
    await change(
      source,
      { email: 'source@example.org', queueIds: [queueId], poolIds: [poolId], roomIds: [roomId] },
      asAda,
    );
    await makeMember(sql, {
      coopId,
      accountId: source,
      level: 'coopAdmin',
      optedInto: [coopQueueId],
    });
  });

  test('has the queues, pools and rooms, and never role, level, e-mail or password', async () => {
    const { body } = await create({ copyFrom: source }, asAda);
    expect(body).toMatchObject({
      queueIds: [queueId],
      poolIds: [poolId],
      roomIds: [roomId],
      role: 'operator',
      email: null,
    });
    const levels = await sql
      .selectFrom('coopMemberships')
      .selectAll()
      .where('accountId', '=', body.id)
      .execute();
    const assignments = await sql
      .selectFrom('assignments')
      .select('queueId')
      .where('accountId', '=', body.id)
      .execute();
    expect(levels).toEqual([]);
    expect(assignments).toEqual([{ queueId }]);
  });

  test('is a starting point: what is chosen holds', async () => {
    const { body } = await create(
      { copyFrom: source, queueIds: [], poolIds: [sharedPoolId] },
      asAda,
    );
    expect(body).toMatchObject({ queueIds: [], poolIds: [sharedPoolId], roomIds: [roomId] });
  });

  test('for another library has what is the consortium’s alone', async () => {
    await change(source, { poolIds: [poolId, sharedPoolId] }, asAda);
    await sql.updateTable('accounts').set({ role: 'admin' }).where('id', '=', hana).execute();
    const { body } = await create({ copyFrom: source, institutionId: harbour }, asOlga);
    expect(body.institutionId).toBe(harbour);
    expect(body.poolIds).toContain(sharedPoolId);
    await sql.updateTable('accounts').set({ role: 'operator' }).where('id', '=', hana).execute();
  });
});

describe('a change', () => {
  test('touches what it names and nothing else, and the log tells that alone', async () => {
    const { body: before } = await create(
      { displayName: 'Sadie', queueIds: [queueId], contactIds: [hana] },
      asAda,
    );
    const answer = await change(before.id, { email: 'new@example.org', queueIds: [] }, asAda);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...before, email: 'new@example.org', queueIds: [] });
    expect(await lastEntry(before.id)).toMatchObject({
      action: 'account.changed',
      before: { email: null, queues: [expect.any(String)] },
      after: { email: 'new@example.org', queues: [] },
    });
  });

  test('that names nothing changes nothing and is not told of', async () => {
    const { body: before } = await create({}, asAda);
    expect((await change(before.id, {}, asAda)).body).toEqual(before);
    expect((await lastEntry(before.id))?.action).toBe('account.created');
  });

  test('keeps what the owner gave from elsewhere, though an admin could not give it', async () => {
    const { body } = await create({ queueIds: [foreignQueueId] }, asOlga);
    expect(body.queueIds).toEqual([foreignQueueId]);
    const kept = await change(body.id, { queueIds: [foreignQueueId, queueId] }, asAda);
    expect(new Set(kept.body.queueIds)).toEqual(new Set([foreignQueueId, queueId]));
    const taken = await change(body.id, { queueIds: [queueId] }, asAda);
    expect(taken.body.queueIds).toEqual([queueId]);
    expect((await change(body.id, { queueIds: [foreignQueueId] }, asAda)).status).toBe(422);
  });

  test('leaves the switch of a queue that stays, and the opt-in to a co-op’s queue', async () => {
    const { body } = await create({}, asAda);
    await makeMember(sql, {
      coopId,
      accountId: body.id,
      level: 'regular',
      optedInto: [coopQueueId],
    });
    await assign(sql, { queueId, accountId: body.id, optedIn: false });
    const second = await makeQueue(sql, { institutionId: northfield });
    await change(body.id, { queueIds: [queueId, second] }, asAda);
    await change(body.id, { queueIds: [queueId] }, asAda);
    const rows = await sql
      .selectFrom('assignments')
      .select(['queueId', 'optedIn'])
      .where('accountId', '=', body.id)
      .execute();
    expect(new Set(rows)).toEqual(
      new Set([
        { queueId, optedIn: false },
        { queueId: coopQueueId, optedIn: true },
      ]),
    );
  });

  test('of the e-mail voids the links that went to the old one, and no other change does', async () => {
    const { body } = await create({ email: 'wrong@example.org', invite: true }, asAda);
    const renamed = await change(
      body.id,
      { displayName: 'New', email: 'wrong@example.org' },
      asAda,
    );
    expect(renamed.body.invited).toBe(true);
    const corrected = await change(body.id, { email: 'right@example.org' }, asAda);
    expect(corrected.body.invited).toBe(false);
  });

  test('to a name that is taken is refused at its field', async () => {
    const { body } = await create({}, asAda);
    const { body: other } = await create({}, asAda);
    const answer = await change(body.id, { username: other.username }, asAda);
    expect(answer).toMatchObject({ status: 409, code: 'conflict' });
    expect(errorsOf(answer)).toEqual(['username']);
  });
});

describe('the last', () => {
  test('admin of a library is not demoted, and is once there is another', async () => {
    const institutionId = await makeInstitution(sql, 'lonely');
    const only = await make('admin', institutionId);
    const demote = () => change(only, { role: 'operator' }, asOlga);
    expect(await demote()).toMatchObject({ status: 409, code: 'conflict' });
    expect((await read(only)).role).toBe('admin');
    await make('admin', institutionId);
    expect((await demote()).status).toBe(200);
  });

  test('owner is not demoted, by themselves either', async () => {
    expect(await change(olga, { role: 'admin' }, asOlga)).toMatchObject({ status: 409 });
    expect((await read(olga)).role).toBe('owner');
  });

  test('two admins who demote each other at once leave one', async () => {
    const institutionId = await makeInstitution(sql, 'pair');
    const pair = [await make('admin', institutionId), await make('admin', institutionId)] as const;
    const callers = [await house.staff(pair[0]), await house.staff(pair[1])] as const;
    const answers = await changeRolesAtOnce(sql, () => [
      change(pair[1], { role: 'operator' }, callers[0]),
      change(pair[0], { role: 'operator' }, callers[1]),
    ]);
    // The second finds that they are no admin any more.
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const roles = [(await read(pair[0])).role, (await read(pair[1])).role];
    expect(roles.sort()).toEqual(['admin', 'operator']);
  });
});

describe('a username', () => {
  const check = async (username: string) =>
    (
      await house.call(
        checkUsername,
        { params: { username }, query: { institutionId: northfield }, body: undefined },
        asAda,
      )
    ).body;

  test('is free until somebody has it, and while the account is deleted it is not', async () => {
    const username = 'northfield-nora-b';
    expect(await check(username)).toEqual({ wellFormed: true, free: true, fitsPattern: true });
    const { body } = await create({ username }, asAda);
    expect((await check(username)).free).toBe(false);
    await sql
      .updateTable('accounts')
      .set({ deletedAt: house.parts.clock.now() })
      .where('id', '=', body.id)
      .execute();
    expect((await check(username)).free).toBe(false);
  });

  test('that breaks the rules is no name at all', async () => {
    expect(await check('Nora B')).toEqual({ wellFormed: false, free: false, fitsPattern: false });
    expect(await check('nora')).toEqual({ wellFormed: true, free: true, fitsPattern: false });
  });
});
