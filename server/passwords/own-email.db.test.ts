import { beforeEach, describe, expect, test } from 'vitest';
import { changeAccount } from '#protocol/account-administration.ts';
import { importAccounts } from '#protocol/account-files.ts';
import { readSession } from '#protocol/accounts.ts';
import { changeOwnEmail, forgotPassword } from '#protocol/passwords.ts';
import { type Caller, NOTHING, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { hashPassword } from './index.ts';

const mailbox = await openMailbox();
const { house, sql } = await testHouse({ smtpUrl: mailbox.url });
const people = await makeLibraries(sql);

const PASSWORD = 'a quiet reading room';
const passwordHash = await hashPassword(PASSWORD);
const OLD = 'ada@northfield.test';
const NEW = 'thief@elsewhere.test';
const TOLD = 'Your e-mail address was changed';

let ada: Caller;
let sadie: Caller;

beforeEach(async () => {
  mailbox.mails.length = 0;
  for (const table of ['guesses', 'jobs', 'passwordLinks', 'sessions'] as const)
    await sql.deleteFrom(table).execute();
  await sql.updateTable('accounts').set({ passwordHash, email: null }).execute();
  await sql.updateTable('accounts').set({ email: OLD }).where('id', '=', people.ada).execute();
  ada = await house.staff(people.ada);
  sadie = await house.staff(people.sadie);
});

async function mails() {
  await house.parts.jobs.runDue();
  return mailbox.mails.map(({ subject, recipient }) => ({ subject, recipient }));
}

const change = (caller: Caller, accountId: string, body: object) =>
  house.call(changeAccount, { ...NOTHING, params: { accountId }, body }, caller);
const changeOwn = (caller: Caller, body: { email: string | null; password: string }) =>
  house.call(changeOwnEmail, { ...NOTHING, body }, caller);
const emailOf = async (caller: Caller) =>
  (await house.call(readSession, NOTHING, caller)).body.account.email;

describe('an unlocked desk of an admin', () => {
  test('does not hand out their account by another e-mail address', async () => {
    const refused = await change(ada, people.ada, { email: NEW });
    expect(refused).toMatchObject({ status: 403, code: 'may_not' });
    expect(refused.body).toMatchObject({ errors: [{ path: 'email' }] });
    expect(await emailOf(ada)).toBe(OLD);
    const input = { ...NOTHING, body: { username: 'ada' } };
    await house.call(forgotPassword, input, { origin: PUBLIC_URL });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([OLD]);
  });

  test('nor by a file', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/v1${importAccounts.path}?dryRun=false`,
      headers: { ...ada, 'content-type': 'text/csv' },
      payload: `username,email\nada,${NEW}\n`,
    });
    expect(answer.json()).toMatchObject({ refused: 1, applied: false });
    expect(await emailOf(ada)).toBe(OLD);
  });

  test('still changes what else is theirs', async () => {
    expect((await change(ada, people.ada, { displayName: 'Ada L.', email: OLD })).status).toBe(200);
  });
});

describe('one’s own e-mail address', () => {
  test('is changed with the password; the old one is told, the new one is not', async () => {
    expect((await changeOwn(ada, { email: NEW, password: 'a guess' })).code).toBe(
      'wrong_credentials',
    );
    expect(await emailOf(ada)).toBe(OLD);
    expect((await changeOwn(ada, { email: NEW, password: PASSWORD })).status).toBe(204);
    expect(await emailOf(ada)).toBe(NEW);
    expect(await mails()).toEqual([{ subject: TOLD, recipient: OLD }]);
    const entry = await sql
      .selectFrom('audit')
      .select(['action', 'actorName', 'before', 'after'])
      .where('targetId', '=', people.ada)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toEqual({
      action: 'account.changed',
      actorName: 'ada',
      before: { email: OLD },
      after: { email: NEW },
    });
  });

  test('is given and taken away by operators, too', async () => {
    const email = 'sadie@northfield.test';
    expect((await changeOwn(sadie, { email, password: PASSWORD })).status).toBe(204);
    expect(await mails()).toEqual([]);
    expect((await changeOwn(sadie, { email: null, password: PASSWORD })).status).toBe(204);
    expect(await mails()).toEqual([{ subject: TOLD, recipient: email }]);
    expect(await emailOf(sadie)).toBeNull();
  });

  test('changed anew voids the links that went to the old one', async () => {
    const input = { ...NOTHING, body: { username: 'ada' } };
    await house.call(forgotPassword, input, { origin: PUBLIC_URL });
    await mails();
    const count = async () => (await sql.selectFrom('passwordLinks').select('id').execute()).length;
    expect(await count()).toBe(1);
    await changeOwn(ada, { email: NEW, password: PASSWORD });
    expect(await count()).toBe(0);
  });
});

describe('an admin who changes somebody’s address', () => {
  test('has the old one told; other capitals are no other address', async () => {
    await change(ada, people.sadie, { email: 'sadie@northfield.test' });
    expect(await mails()).toEqual([]);
    await change(ada, people.sadie, { email: 'Sadie@northfield.test' });
    expect(await mails()).toEqual([]);
    await change(ada, people.sadie, { email: NEW });
    expect(await mails()).toEqual([{ subject: TOLD, recipient: 'Sadie@northfield.test' }]);
  });
});
