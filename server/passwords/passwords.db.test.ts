import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '#protocol/accounts.ts';
import {
  changeOwnPassword,
  checkPasswordLink,
  forgotPassword,
  forgotUsername,
  resetPassword,
} from '#protocol/passwords.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { findAddressee, hashPassword, inviteAccount } from './index.ts';

const mailbox = await openMailbox();
const { house, clock, sql } = await testHouse({ smtpUrl: mailbox.url });
const people = await makeLibraries(sql);

const OWN_PAGE: Caller = { origin: PUBLIC_URL };
const OLD = 'a quiet reading room';
const NEW = 'an even quieter reading room';
const oldHash = await hashPassword(OLD);

beforeEach(async () => {
  mailbox.mails.length = 0;
  await sql.deleteFrom('guesses').execute();
  await sql.deleteFrom('jobs').execute();
  await sql.deleteFrom('passwordLinks').execute();
  await sql.updateTable('accounts').set({ passwordHash: oldHash, email: null }).execute();
  await giveEmail(people.sadie, 'sadie@northfield.test');
});

function giveEmail(accountId: string, email: string) {
  return sql.updateTable('accounts').set({ email }).where('id', '=', accountId).execute();
}

async function statusOf(password: string, username = 'sadie') {
  const input = { params: undefined, query: undefined, body: { username, password } };
  return (await house.call(signIn, input, OWN_PAGE)).status;
}

async function ask(username: string) {
  const input = { params: undefined, query: undefined, body: { username } };
  const answer = await house.call(forgotPassword, input, OWN_PAGE);
  await house.parts.jobs.runDue();
  return answer;
}

async function askByEmail(email: string) {
  const input = { params: undefined, query: undefined, body: { email } };
  const answer = await house.call(forgotUsername, input, OWN_PAGE);
  await house.parts.jobs.runDue();
  return answer;
}

/** The token of the one mail that came to Sadie. */
function takeToken(): string {
  const mails = mailbox.take('sadie@northfield.test');
  expect(mails).toHaveLength(1);
  const [address, token] = (mails[0]?.link ?? '').split('#');
  expect(address).toBe(`${PUBLIC_URL}/password`);
  return token ?? '';
}

function reset(token: string, password: string) {
  const input = { params: undefined, query: undefined, body: { token, password } };
  return house.call(resetPassword, input, OWN_PAGE);
}

function look(token: string) {
  const input = { params: undefined, query: undefined, body: { token } };
  return house.call(checkPasswordLink, input, OWN_PAGE);
}

describe('a forgotten password', () => {
  test('is replaced by the link from the mail, which tells whom it is for', async () => {
    expect((await ask(' Sadie ')).status).toBe(202);
    const token = takeToken();
    expect((await look(token)).body).toMatchObject({
      username: 'sadie',
      institutionName: 'northfield library',
      purpose: 'reset',
    });
    expect((await reset(token, NEW)).status).toBe(204);
    expect(await statusOf(NEW)).toBe(201);
    expect(await statusOf(OLD)).toBe(401);
  });

  test('the link is good once', async () => {
    await ask('sadie');
    const token = takeToken();
    await reset(token, NEW);
    expect(await reset(token, `${NEW} again`)).toMatchObject({ status: 404, code: 'not_found' });
    expect((await look(token)).status).toBe(404);
    expect(await statusOf(NEW)).toBe(201);
  });

  test('of two who use a link at the same moment, one does', async () => {
    await ask('sadie');
    const token = takeToken();
    const answers = await Promise.all([reset(token, NEW), reset(token, `${NEW} too`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  test('the link is good for an hour', async () => {
    await ask('sadie');
    const token = takeToken();
    clock.advance(3_599);
    expect((await look(token)).status).toBe(200);
    clock.advance(1);
    expect((await look(token)).status).toBe(404);
    expect((await reset(token, NEW)).status).toBe(404);
    expect(await statusOf(OLD)).toBe(201);
  });

  test('a reset ends all sessions, closes open desks, and makes other links worthless', async () => {
    const sadie = await house.staff(people.sadie);
    const desk = await house.desk(sadie);
    await ask('sadie');
    await ask('sadie');
    const tokens = mailbox
      .take('sadie@northfield.test')
      .map(({ link }) => link.split('#')[1] ?? '');
    expect(tokens).toHaveLength(2);
    expect((await reset(tokens[1] ?? '', NEW)).status).toBe(204);
    expect(await desk.closed).toMatchObject({ code: 4401 });
    expect((await house.app.inject({ url: '/api/v1/session', headers: sadie })).statusCode).toBe(
      401,
    );
    expect((await reset(tokens[0] ?? '', OLD)).status).toBe(404);
  });

  test('its owner is told that it was changed', async () => {
    await ask('sadie');
    await reset(takeToken(), NEW);
    await house.parts.jobs.runDue();
    const [told] = mailbox.take('sadie@northfield.test');
    expect(told?.subject).toBe('Your password was changed');
    expect(told?.text).not.toContain(NEW);
  });

  test('is written to the audit log, without the password or the token', async () => {
    await ask('sadie');
    const token = takeToken();
    await reset(token, NEW);
    const entry = await sql
      .selectFrom('audit')
      .selectAll()
      .where('targetId', '=', people.sadie)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: 'account.passwordReset', actorName: 'sadie' });
    expect(JSON.stringify(entry)).not.toContain(NEW);
    expect(JSON.stringify(entry)).not.toContain(token);
  });

  test('a weak one is refused by its rule, and the link holds on', async () => {
    await ask('sadie');
    const token = takeToken();
    for (const password of ['short', '1q2w3e4r5t6y', 'northfieldlibrary', 'carrel carrel']) {
      const answer = await reset(token, password);
      expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
      expect(answer.body).toMatchObject({ errors: [{ path: 'password' }] });
    }
    expect((await reset(token, NEW)).status).toBe(204);
  });

  test('the database keeps no token, neither in links nor in what is to be mailed', async () => {
    const input = { params: undefined, query: undefined, body: { username: 'sadie' } };
    await house.call(forgotPassword, input, OWN_PAGE);
    await house.parts.jobs.runDue();
    const token = takeToken();
    const { rows } = await house.parts.database.pool.query(
      "select 1 from password_links where encode(token_hash, 'escape') like $1",
      [`%${token}%`],
    );
    expect(rows).toEqual([]);
  });

  test('nobody gets a flood of mails', async () => {
    for (let n = 0; n < 9; n += 1) expect((await ask('sadie')).status).toBe(202);
    expect(mailbox.take('sadie@northfield.test').length).toBeLessThanOrEqual(6);
  });
});

describe('a stranger', () => {
  test('learns from no answer and no mail who is here', async () => {
    const known = await ask('sadie');
    const answers = [
      await ask('nobody-at-all'),
      await ask('omar'), // has no e-mail
      await askByEmail('nobody@northfield.test'),
      await askByEmail('sadie@northfield.test'),
    ];
    for (const answer of answers) expect(answer).toEqual(known);
    expect(known).toMatchObject({ status: 202, body: null });
    const recipients = new Set(mailbox.mails.map(({ recipient }) => recipient));
    expect(recipients).toEqual(new Set(['sadie@northfield.test']));
  });

  test('causes the same work before the answer, whoever is asked for', async () => {
    const { pool } = house.parts.database;
    const workOf = async (username: string) => {
      let borrowed = 0;
      const count = () => {
        borrowed += 1;
      };
      pool.on('acquire', count);
      const input = { params: undefined, query: undefined, body: { username } };
      const { status } = await house.call(forgotPassword, input, OWN_PAGE);
      pool.off('acquire', count);
      const jobs = await sql.selectFrom('jobs').select(['task', 'payload']).execute();
      await house.parts.jobs.runDue();
      return { status, borrowed, jobs: jobs.map(({ task, payload }) => [task, payload.length]) };
    };
    const known = await workOf('sadie');
    expect(known).toMatchObject({
      borrowed: 1,
      jobs: [['forgotten-password', expect.any(Number)]],
    });
    expect(await workOf('nobod')).toEqual(known);
  });

  test('waits as long for an unknown name as for a wrong password', async () => {
    const times: Record<'sadie' | 'nobody', number[]> = { sadie: [], nobody: [] };
    for (let n = 0; n < 30; n += 1) {
      for (const username of ['sadie', 'nobody'] as const) {
        await sql.deleteFrom('guesses').execute();
        const begun = performance.now();
        expect(await statusOf('not the password', username)).toBe(401);
        times[username].push(performance.now() - begun);
      }
    }
    // Interleaved, so that a busy machine slows both alike. Without the hash for an unknown name
    // the ratio is above ten.
    const ratio = median(times.sadie) / median(times.nobody);
    expect(ratio).toBeGreaterThan(1 / 4);
    expect(ratio).toBeLessThan(4);
  });
});

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

describe('a forgotten username', () => {
  test('comes with all others of that address, in one mail, and without any link to get in', async () => {
    await giveEmail(people.omar, 'Sadie@Northfield.test');
    await giveEmail(people.hana, 'hana@harbour.test');
    await askByEmail('sadie@northfield.test');
    const [mail, ...more] = mailbox.mails;
    expect(more).toEqual([]);
    expect(mail?.text).toContain('sadie at northfield library');
    expect(mail?.text).toContain('omar at northfield library');
    expect(mail?.text).not.toContain('hana');
    expect(mail?.link).toBe(PUBLIC_URL);
  });

  test('of a deleted account is not told', async () => {
    await giveEmail(people.omar, 'omar@northfield.test');
    const gone = sql.updateTable('accounts').where('id', '=', people.omar);
    await gone.set({ deletedAt: clock.now() }).execute();
    await askByEmail('omar@northfield.test');
    await ask('omar');
    await gone.set({ deletedAt: null }).execute();
    expect(mailbox.mails).toEqual([]);
  });
});

describe('an invitation', () => {
  async function invite() {
    const account = await findAddressee(sql, people.sadie);
    if (!account) throw new Error('Sadie is not there');
    await sql
      .transaction()
      .execute((transaction) => inviteAccount(house.parts, transaction, account));
    await house.parts.jobs.runDue();
  }

  test('lets its receiver choose the first password, for seven days', async () => {
    await invite();
    const [mail] = mailbox.mails;
    expect(mail?.subject).toBe('Your account at northfield library');
    const token = takeToken();
    clock.advance(7 * 24 * 3_600 - 1);
    expect((await look(token)).body).toMatchObject({ purpose: 'invitation' });
    expect((await reset(token, NEW)).status).toBe(204);
    expect(await statusOf(NEW)).toBe(201);
  });

  test('is worthless after them', async () => {
    await invite();
    const token = takeToken();
    clock.advance(7 * 24 * 3_600);
    expect((await reset(token, NEW)).status).toBe(404);
  });

  test('needs an e-mail address', async () => {
    await sql.updateTable('accounts').set({ email: null }).execute();
    await expect(invite()).rejects.toMatchObject({ code: 'breaks_rule' });
  });

  test('speaks the account’s language', async () => {
    const sadie = sql.updateTable('accounts').where('id', '=', people.sadie);
    await sadie.set({ language: 'fr' }).execute();
    await invite();
    await sadie.set({ language: 'en' }).execute();
    const [mail] = mailbox.mails;
    expect(mail?.subject).toBe('Votre compte : northfield library');
    expect(mail?.html).toContain('<html lang="fr">');
  });
});

describe('one’s own password', () => {
  async function waitingForLocks(): Promise<number> {
    const { rowCount } = await house.parts.database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount ?? 0;
  }

  async function change(caller: Caller, current: string, password: string) {
    const input = { params: undefined, query: undefined, body: { current, password } };
    return house.call(changeOwnPassword, input, caller);
  }

  test('is changed by who knows it; all other sessions end, this one goes on', async () => {
    const here = await house.staff(people.sadie);
    const there = await house.staff(people.sadie);
    const stranger = await house.staff(people.omar);
    const desk = await house.desk(here);
    const otherDesk = await house.desk(there);
    expect((await change(here, OLD, NEW)).status).toBe(204);
    expect(await otherDesk.closed).toMatchObject({ code: 4401 });
    const statuses = await Promise.all(
      [here, there, stranger].map(async (headers) => {
        const answer = await house.app.inject({ url: '/api/v1/session', headers });
        return answer.statusCode;
      }),
    );
    expect(statuses).toEqual([200, 401, 200]);
    await desk.settle();
    expect(await statusOf(NEW)).toBe(201);
  });

  test('is not changed by who does not, however often they try', async () => {
    const sadie = await house.staff(people.sadie);
    for (let n = 0; n < 6; n += 1)
      expect(await change(sadie, 'wrong', NEW)).toMatchObject({
        status: 401,
        code: 'wrong_credentials',
      });
    expect(await change(sadie, OLD, NEW)).toMatchObject({
      status: 429,
      code: 'too_many_requests',
    });
    expect(await statusOf(OLD)).toBe(201);
    clock.advance(2);
    expect((await change(sadie, OLD, NEW)).status).toBe(204);
  });

  test('is not changed by a session that an admin’s new password ends at that moment', async () => {
    const thief = await house.staff(people.sadie);
    const passwordHash = await hashPassword(NEW);
    const changing = await sql.transaction().execute(async (admin) => {
      await admin
        .updateTable('accounts')
        .set({ passwordHash })
        .where('id', '=', people.sadie)
        .execute();
      await admin.deleteFrom('sessions').where('accountId', '=', people.sadie).execute();
      const answer = change(thief, OLD, 'a password of the thief');
      await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
      return { answer };
    });
    expect((await changing.answer).status).toBe(401);
    expect(await statusOf(NEW)).toBe(201);
  });

  test('needs a session', async () => {
    expect((await change(NOBODY, OLD, NEW)).status).toBe(401);
  });
});
