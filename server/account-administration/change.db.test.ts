import { describe, expect, test } from 'vitest';
import { openAccountHouse } from '../../test/account-house.ts';
import { changeRolesAtOnce } from '../../test/at-once.ts';
import { assign, makeInstitution, makeMember, makeQueue } from '../../test/factories.ts';

const { house, sql, northfield, coopId, queueId, foreignQueueId, coopQueueId, ...here } =
  await openAccountHouse();
const { olga, hana, asAda, asOlga, make, create, change, read, errorsOf, lastEntry } = here;

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
