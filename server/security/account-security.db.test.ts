import { beforeEach, describe, expect, test } from 'vitest';
import { endAccountSessions, setPassword } from '#protocol/account-administration.ts';
import { readSession, signIn } from '#protocol/accounts.ts';
import { listChats } from '#protocol/chats.ts';
import { changeInstitution, listInstitutions } from '#protocol/institutions.ts';
import { changeOwnPassword } from '#protocol/passwords.ts';
import {
  endSession,
  listSessions,
  readSecondFactors,
  removeSecondFactors,
} from '#protocol/security.ts';
import { type Caller, NOTHING, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { hashPassword, verifyPassword } from '../passwords/index.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';

const mailbox = await openMailbox();
const { house, clock, sql } = await testHouse({ smtpUrl: mailbox.url });
const people = await makeLibraries(sql);

const OLD = 'a quiet reading room';
const NEW = 'an even quieter reading room';
const oldHash = await hashPassword(OLD);

let ada: Caller;
let sadie: Caller;
let eve: Caller;
let olga: Caller;

beforeEach(async () => {
  mailbox.mails.length = 0;
  for (const table of ['guesses', 'jobs', 'passkeys', 'passwordLinks', 'sessions'] as const)
    await sql.deleteFrom(table).execute();
  await sql.updateTable('institutions').set({ secondFactorRequired: false }).execute();
  await sql.updateTable('accounts').set({ passwordHash: oldHash, email: null }).execute();
  ada = await house.staff(people.ada);
  sadie = await house.staff(people.sadie);
  eve = await house.staff(people.eve);
  olga = await house.staff(people.olga);
});

/** A stored hash that takes so much to compare with; nobody’s password. */
function hashOf(memory: number, passes: number): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

/** As if the account had been through the ceremony. */
async function givePasskey(accountId: string): Promise<void> {
  await sql
    .insertInto('passkeys')
    .values({
      id: newId(),
      accountId,
      credentialId: newId(),
      publicKey: Buffer.alloc(1),
      counter: 0,
      transports: [],
      name: 'Desk key',
      createdAt: clock.now(),
      lastUsedAt: null,
    })
    .execute();
}

async function statusOf(caller: Caller): Promise<number> {
  return (await house.call(readSession, NOTHING, caller)).status;
}

async function lastAudit(targetId: string) {
  return sql
    .selectFrom('audit')
    .select(['action', 'actorName', 'before', 'after'])
    .where('targetId', '=', targetId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

describe('an admin', () => {
  function give(
    caller: Caller,
    accountId: string,
    body: { password: string } | { sendLink: true },
  ) {
    return house.call(setPassword, { ...NOTHING, params: { accountId }, body }, caller);
  }

  test('sets a password, which ends the sessions of the old one and is written down without it', async () => {
    const desk = await house.desk(sadie);
    expect((await give(ada, people.sadie, { password: NEW })).status).toBe(204);
    expect(await desk.closed).toMatchObject({ code: 4401 });
    expect(await statusOf(sadie)).toBe(401);
    expect(await statusOf(eve)).toBe(200);
    const entry = await lastAudit(people.sadie);
    expect(entry).toMatchObject({ action: 'account.passwordSet', actorName: 'ada' });
    expect(JSON.stringify(entry)).not.toContain(NEW);
    const input = { ...NOTHING, body: { username: 'sadie', password: NEW } };
    expect((await house.call(signIn, input, { origin: PUBLIC_URL })).status).toBe(201);
  });

  test('is asked who may before anything is hashed', async () => {
    // All turns are taken, and all places of those who wait for one.
    const [long, short] = [hashOf(131_072, 2), hashOf(8, 1)];
    const hashes = [long, long, ...Array.from({ length: 200 }, () => short)];
    const hashing = hashes.map((stored) => verifyPassword(NEW, stored));
    expect((await give(sadie, people.omar, { password: NEW })).code).toBe('may_not');
    expect((await give(ada, people.omar, { password: NEW })).code).toBe('too_many_requests');
    await Promise.all(hashing);
  });

  test('is held to the same rules as everybody', async () => {
    const answer = await give(ada, people.sadie, { password: 'northfield library' });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'password' }] });
    expect(await statusOf(sadie)).toBe(200);
  });

  test('sends a link: a reset to who had a password, an invitation to who never had one', async () => {
    await sql
      .updateTable('accounts')
      .set({ email: 'sadie@northfield.test' })
      .where('id', '=', people.sadie)
      .execute();
    expect((await give(ada, people.sadie, { sendLink: true })).status).toBe(204);
    await sql
      .updateTable('accounts')
      .set({ passwordHash: null })
      .where('id', '=', people.sadie)
      .execute();
    expect((await give(ada, people.sadie, { sendLink: true })).status).toBe(204);
    await house.parts.jobs.runDue();
    const subjects = mailbox.mails.map(({ subject }) => subject);
    expect(subjects).toEqual(['Choose a new password', 'Your account at northfield library']);
    expect(await statusOf(sadie)).toBe(200);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.invited' });
  });

  test('hears that there is no address to send a link to', async () => {
    const answer = await give(ada, people.sadie, { sendLink: true });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'email' }] });
  });

  test('signs somebody out everywhere', async () => {
    const other = await house.staff(people.sadie);
    const params = { accountId: people.sadie };
    expect((await house.call(endAccountSessions, { ...NOTHING, params }, ada)).status).toBe(204);
    expect([await statusOf(sadie), await statusOf(other), await statusOf(eve)]).toEqual([
      401, 401, 200,
    ]);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.sessionsEnded' });
  });

  test('takes lost second factors from somebody', async () => {
    await givePasskey(people.sadie);
    const params = { accountId: people.sadie };
    expect((await house.call(removeSecondFactors, { ...NOTHING, params }, ada)).status).toBe(204);
    expect(await statusOf(sadie)).toBe(401);
    const again = await house.staff(people.sadie);
    expect((await house.call(readSecondFactors, NOTHING, again)).body.passkeys).toEqual([]);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.secondFactorsRemoved' });
  });

  test('writes down the sessions that ended, where there was no second factor to take', async () => {
    const params = { accountId: people.sadie };
    sadie = await house.staff(people.sadie);
    expect((await house.call(removeSecondFactors, { ...NOTHING, params }, ada)).status).toBe(204);
    expect(await statusOf(sadie)).toBe(401);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.sessionsEnded' });
  });
});

type Name = 'ada' | 'sadie' | 'omar' | 'eve' | 'olga' | 'hana';

test.each<[Name, Name, number]>([
  ['ada', 'sadie', 204],
  ['ada', 'ada', 403], // one's own: with the current one
  ['ada', 'hana', 404], // a stranger
  ['ada', 'olga', 404],
  ['sadie', 'omar', 403], // a colleague
  ['sadie', 'sadie', 403],
  ['sadie', 'hana', 404],
  ['eve', 'sadie', 404],
  ['eve', 'olga', 403],
  ['olga', 'ada', 204],
  ['olga', 'hana', 204],
  ['olga', 'olga', 403],
])(
  '%s sets a password for %s, or takes their second factors: %i',
  async (actor, target, status) => {
    const caller = await house.staff(people[actor]);
    const input = { ...NOTHING, params: { accountId: people[target] } };
    const statuses = [
      await house.call(setPassword, { ...input, body: { password: NEW } }, caller),
      await house.call(removeSecondFactors, input, await house.staff(people[actor])),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([status, status]);
  },
);

test('an admin of the owner’s library does not reach the owner', async () => {
  await sql.updateTable('accounts').set({ role: 'admin' }).where('id', '=', people.eve).execute();
  const params = { accountId: people.olga };
  const answers = [
    await house.call(setPassword, { ...NOTHING, params, body: { password: NEW } }, eve),
    await house.call(endAccountSessions, { ...NOTHING, params }, eve),
    await house.call(removeSecondFactors, { ...NOTHING, params }, eve),
  ];
  await sql
    .updateTable('accounts')
    .set({ role: 'operator' })
    .where('id', '=', people.eve)
    .execute();
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await statusOf(olga)).toBe(200);
});

describe('one’s own sessions', () => {
  async function list(caller: Caller) {
    return (await house.call(listSessions, NOTHING, caller)).body.items;
  }

  test('are listed with device, place and when they were last seen; nobody else’s', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: '192.0.2.77',
      headers: {
        origin: PUBLIC_URL,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
      payload: { username: 'sadie', password: OLD },
    });
    expect(answer.statusCode).toBe(201);
    const sessions = await list(sadie);
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual(
      expect.objectContaining({
        device: 'Firefox on Linux',
        address: '192.0.2.77',
        current: false,
      }),
    );
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  });

  test('are seen to the minute', async () => {
    const [before] = await list(sadie);
    clock.advance(59);
    expect((await list(sadie))[0]?.lastSeenAt).toBe(before?.lastSeenAt);
    clock.advance(1);
    expect((await list(sadie))[0]?.lastSeenAt).toBe(clock.now().toISOString());
  });

  test('at an open desk is seen although it asks for nothing', async () => {
    await house.desk(sadie);
    clock.advance(120);
    await house.looksAtClock();
    const { lastSeenAt } = await sql
      .selectFrom('sessions')
      .select('lastSeenAt')
      .where('accountId', '=', people.sadie)
      .executeTakeFirstOrThrow();
    expect(lastSeenAt).toEqual(clock.now());
  });

  test('are ended from afar; a stranger’s are not found', async () => {
    const elsewhere = await house.staff(people.sadie);
    const desk = await house.desk(elsewhere);
    const other = (await list(sadie)).find(({ current }) => !current);
    const input = { ...NOTHING, params: { sessionId: other?.id ?? '' } };
    expect((await house.call(endSession, input, eve)).status).toBe(404);
    expect((await house.call(endSession, input, sadie)).status).toBe(204);
    expect(await desk.closed).toMatchObject({ code: 4401 });
    expect((await house.call(endSession, input, sadie)).status).toBe(404);
    expect([await statusOf(elsewhere), await statusOf(sadie)]).toEqual([401, 200]);
  });
});

describe('an institution that requires a second factor', () => {
  function require(caller: Caller, institutionId: string, secondFactorRequired: boolean) {
    const input = { ...NOTHING, params: { institutionId }, body: { secondFactorRequired } };
    return house.call(changeInstitution, input, caller);
  }

  test('is made one by its admin, who has one; it is written down', async () => {
    const { northfield } = people.institutions;
    expect(await require(ada, northfield, true)).toMatchObject({
      status: 422,
      code: 'breaks_rule',
    });
    await givePasskey(people.ada);
    const answer = await require(ada, northfield, true);
    expect(answer.body).toMatchObject({ id: northfield, secondFactorRequired: true });
    expect(await lastAudit(northfield)).toMatchObject({
      action: 'institution.changed',
      before: { secondFactorRequired: false },
      after: { secondFactorRequired: true },
    });
    expect((await require(ada, northfield, false)).status).toBe(200);
  });

  test('is made one by nobody else', async () => {
    const { northfield } = people.institutions;
    expect((await require(sadie, northfield, true)).status).toBe(403);
    expect((await require(eve, northfield, true)).status).toBe(404);
    expect((await require(olga, newId(), true)).status).toBe(404);
    expect((await require(olga, northfield, true)).status).toBe(200);
  });

  test('leaves who has none their session, security and password, and nothing else', async () => {
    const desk = await house.desk(sadie);
    const evesDesk = await house.desk(eve);
    await require(olga, people.institutions.northfield, true);
    expect(await desk.closed).toMatchObject({ code: 4403 });
    await evesDesk.settle();

    expect((await house.call(readSession, NOTHING, sadie)).body.mustAddSecondFactor).toBe(true);
    expect((await house.call(listSessions, NOTHING, sadie)).status).toBe(200);
    expect((await house.call(readSecondFactors, NOTHING, sadie)).body.required).toBe(true);
    const change = { ...NOTHING, body: { current: OLD, password: NEW } };
    expect((await house.call(changeOwnPassword, change, sadie)).status).toBe(204);

    const closed = { status: 403, code: 'second_factor_required' };
    expect(await house.call(listChats, NOTHING, sadie)).toMatchObject(closed);
    expect(await house.call(listInstitutions, NOTHING, sadie)).toMatchObject(closed);
    const socket = await house.connect(sadie);
    socket.send({ t: 'hello', as: 'staff', pageId: newId() });
    expect(await socket.next('error')).toMatchObject({ code: 'second_factor_required' });
    expect(await socket.closed).toMatchObject({ code: 4403 });
    expect((await house.call(listChats, NOTHING, eve)).status).toBe(200);
  });

  test('opens to who adds one', async () => {
    await require(olga, people.institutions.northfield, true);
    await givePasskey(people.sadie);
    expect((await house.call(listChats, NOTHING, sadie)).status).toBe(200);
    await house.desk(sadie);
  });

  test('asks who has a passkey alone to sign in with it', async () => {
    await givePasskey(people.sadie);
    const input = { ...NOTHING, body: { username: 'sadie', password: OLD } };
    expect((await house.call(signIn, input, { origin: PUBLIC_URL })).status).toBe(201);
    await require(olga, people.institutions.northfield, true);
    const answer = await house.call(signIn, input, { origin: PUBLIC_URL });
    expect(answer).toMatchObject({ status: 401, code: 'second_factor_needed' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'passkey' }] });
  });
});
