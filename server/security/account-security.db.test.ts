import { describe, expect, test } from 'vitest';
import { endAccountSessions, setPassword } from '#protocol/account-administration.ts';
import { signIn } from '#protocol/accounts.ts';
import { readSecondFactors, removeSecondFactors } from '#protocol/security.ts';
import { NEW, openAccountSecurity } from '../../test/account-security.ts';
import { type Caller, NOTHING } from '../../test/house.ts';
import { verifyPassword } from '../passwords/index.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';

const { house, sql, mailbox, people, as, ...here } = await openAccountSecurity();
const { givePasskey, statusOf, lastAudit } = here;

/** A stored hash that takes so much to compare with; nobody’s password. */
function hashOf(memory: number, passes: number): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
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
    const desk = await house.desk(as.sadie);
    expect((await give(as.ada, people.sadie, { password: NEW })).status).toBe(204);
    expect(await desk.closed).toMatchObject({ code: 4401 });
    expect(await statusOf(as.sadie)).toBe(401);
    expect(await statusOf(as.eve)).toBe(200);
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
    expect((await give(as.sadie, people.omar, { password: NEW })).code).toBe('may_not');
    expect((await give(as.ada, people.omar, { password: NEW })).code).toBe('too_many_requests');
    await Promise.all(hashing);
  });

  test('is held to the same rules as everybody', async () => {
    const answer = await give(as.ada, people.sadie, { password: 'northfield library' });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'password' }] });
    expect(await statusOf(as.sadie)).toBe(200);
  });

  test('sends a link: a reset to who had a password, an invitation to who never had one', async () => {
    await sql
      .updateTable('accounts')
      .set({ email: 'sadie@northfield.test' })
      .where('id', '=', people.sadie)
      .execute();
    expect((await give(as.ada, people.sadie, { sendLink: true })).status).toBe(204);
    await sql
      .updateTable('accounts')
      .set({ passwordHash: null })
      .where('id', '=', people.sadie)
      .execute();
    expect((await give(as.ada, people.sadie, { sendLink: true })).status).toBe(204);
    await house.parts.jobs.runDue();
    const subjects = mailbox.mails.map(({ subject }) => subject);
    expect(subjects).toEqual(['Choose a new password', 'Your account at northfield library']);
    expect(await statusOf(as.sadie)).toBe(200);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.invited' });
  });

  test('hears that there is no address to send a link to', async () => {
    const answer = await give(as.ada, people.sadie, { sendLink: true });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'email' }] });
  });

  test('signs somebody out everywhere', async () => {
    const other = await house.staff(people.sadie);
    const params = { accountId: people.sadie };
    expect((await house.call(endAccountSessions, { ...NOTHING, params }, as.ada)).status).toBe(204);
    expect([await statusOf(as.sadie), await statusOf(other), await statusOf(as.eve)]).toEqual([
      401, 401, 200,
    ]);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.sessionsEnded' });
  });

  test('takes lost second factors from somebody', async () => {
    await givePasskey(people.sadie);
    const params = { accountId: people.sadie };
    expect((await house.call(removeSecondFactors, { ...NOTHING, params }, as.ada)).status).toBe(
      204,
    );
    expect(await statusOf(as.sadie)).toBe(401);
    const again = await house.staff(people.sadie);
    expect((await house.call(readSecondFactors, NOTHING, again)).body.passkeys).toEqual([]);
    expect(await lastAudit(people.sadie)).toMatchObject({ action: 'account.secondFactorsRemoved' });
  });

  test('writes down the sessions that ended, where there was no second factor to take', async () => {
    const params = { accountId: people.sadie };
    as.sadie = await house.staff(people.sadie);
    expect((await house.call(removeSecondFactors, { ...NOTHING, params }, as.ada)).status).toBe(
      204,
    );
    expect(await statusOf(as.sadie)).toBe(401);
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
    await house.call(setPassword, { ...NOTHING, params, body: { password: NEW } }, as.eve),
    await house.call(endAccountSessions, { ...NOTHING, params }, as.eve),
    await house.call(removeSecondFactors, { ...NOTHING, params }, as.eve),
  ];
  await sql
    .updateTable('accounts')
    .set({ role: 'operator' })
    .where('id', '=', people.eve)
    .execute();
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await statusOf(as.olga)).toBe(200);
});
