import { describe, expect, test } from 'vitest';
import { forgotPassword } from '#protocol/passwords.ts';
import { NEW, OLD, OWN_PAGE, openPasswordHouse } from '../../test/password-house.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';

const { house, clock, sql, mailbox, people, giveEmail, ...here } = await openPasswordHouse();
const { statusOf, ask, askByEmail, takeToken, reset, look } = here;

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

  // Sixty hashes: a busy machine needs its time.
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
  }, 60_000);
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
