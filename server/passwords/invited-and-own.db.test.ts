import { describe, expect, test } from 'vitest';
import { changeOwnPassword } from '#protocol/passwords.ts';
import { type Caller, NOBODY } from '../../test/house.ts';
import { NEW, OLD, openPasswordHouse } from '../../test/password-house.ts';
import { findAddressee, hashPassword, inviteAccount } from './index.ts';

const { house, clock, sql, mailbox, people, statusOf, takeToken, reset, look } =
  await openPasswordHouse();

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
