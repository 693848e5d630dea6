import { sql as fragment } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkUsername, type NewAccount } from '#protocol/account-administration.ts';
import { openAccountHouse } from '../../test/account-house.ts';
import { makeMember } from '../../test/factories.ts';
import { newId } from '../platform/ids.ts';

const { house, sql, northfield, harbour, coopId, ...here } = await openAccountHouse();
const { queueId, foreignQueueId, coopQueueId, poolId, sharedPoolId, foreignPoolId, roomId } = here;
const { ada, hana, eve, asAda, asOlga, make, create, change, read, errorsOf, lastEntry } = here;

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
