import { describe, expect, test } from 'vitest';
import { PASSWORD } from '../../test/passwords.ts';
import { openSigningIn, RIGHT, WRONG } from '../../test/signing-in.ts';
import { openSession } from './open-session.ts';

const { house, clock, sql, people, at, somewhere, browser } = await openSigningIn();

async function guessWrongly(times: number, desk: ReturnType<typeof browser>): Promise<void> {
  for (let n = 0; n < times; n += 1) expect((await desk.signIn(WRONG)).status).toBe(401);
}

describe('guessing', () => {
  test('costs nothing for who mistypes five times and then gets it right', async () => {
    const desk = browser(at.library);
    await guessWrongly(5, desk);
    expect((await desk.signIn(RIGHT)).status).toBe(201);
    await guessWrongly(5, desk);
  });

  test('becomes slower with each wrong try, and the right password waits too', async () => {
    const stranger = browser(at.elsewhere);
    await guessWrongly(6, stranger);
    expect(await stranger.signIn(RIGHT)).toMatchObject({
      status: 429,
      code: 'too_many_requests',
      wait: 2,
    });
    clock.advance(2);
    await guessWrongly(1, stranger);
    expect(await stranger.signIn(WRONG)).toMatchObject({ status: 429, wait: 4 });
    clock.advance(4);
    expect((await stranger.signIn(RIGHT)).status).toBe(201);
  });

  test('does not lock out the owner, who is elsewhere', async () => {
    const stranger = browser(at.elsewhere);
    await guessWrongly(6, stranger);
    expect((await stranger.signIn(RIGHT)).status).toBe(429);
    expect((await browser(at.library).signIn(RIGHT)).status).toBe(201);
  });

  test('from the library’s own network does not lock out the browser that was there before', async () => {
    const desk = browser(at.library);
    expect((await desk.signIn(RIGHT)).status).toBe(201);
    const reader = browser(at.library);
    await guessWrongly(6, reader);
    expect((await reader.signIn(WRONG)).status).toBe(429);
    expect((await desk.signIn(RIGHT)).status).toBe(201);
  });

  test('by many machines becomes slow for unknown places together, and not for known ones', async () => {
    const home = browser(at.library);
    expect((await home.signIn(RIGHT)).status).toBe(201);
    for (let n = 1; n <= 31; n += 1) await guessWrongly(1, browser(somewhere()));
    expect((await browser(somewhere()).signIn(RIGHT)).status).toBe(429);
    expect((await home.signIn(RIGHT)).status).toBe(201);
    expect((await browser(at.library).signIn(RIGHT)).status).toBe(201);
    const abroad = browser(at.elsewhere);
    for (const [name, value] of home.cookies) abroad.cookies.set(name, value);
    expect((await abroad.signIn(RIGHT)).status).toBe(201);
  });

  test('a device cookie of one person is worth nothing for another', async () => {
    const omars = browser(at.elsewhere);
    expect((await omars.signIn({ username: 'omar', password: PASSWORD })).status).toBe(201);
    for (let n = 1; n <= 31; n += 1) await guessWrongly(1, browser(somewhere()));
    expect((await omars.signIn(RIGHT)).status).toBe(429);
  });

  test('a hundred tries at the same moment are not a hundred free ones', async () => {
    const stranger = browser(at.elsewhere);
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await stranger.signIn(WRONG)).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(34);
  });

  test('names that nobody has become slow alike', async () => {
    const stranger = browser(at.elsewhere);
    const nobody = { username: 'nobody-at-all', password: 'not the one' };
    for (let n = 0; n < 6; n += 1)
      expect(await stranger.signIn(nobody)).toMatchObject({
        status: 401,
        code: 'wrong_credentials',
      });
    expect(await stranger.signIn(nobody)).toMatchObject({ status: 429, wait: 2 });
  });

  test('is forgotten after a day', async () => {
    const stranger = browser(at.elsewhere);
    await guessWrongly(6, stranger);
    clock.advance(24 * 3_600);
    await guessWrongly(5, stranger);
    expect((await stranger.signIn(RIGHT)).status).toBe(201);
  });
});

test('a password that was changed while it was being checked signs nobody in', async () => {
  const arrival = {
    visit: { device: '', address: at.elsewhere },
    from: { device: 'a browser', address: at.elsewhere },
  };
  const late = { accountId: people.sadie, verified: 'the hash of the password before' };
  await expect(openSession(house.parts, late, arrival)).rejects.toMatchObject({
    code: 'wrong_credentials',
  });
  expect(await sql.selectFrom('sessions').select('id').execute()).toEqual([]);
});

test('signing in notes when it was', async () => {
  await browser(at.library).signIn(RIGHT);
  const { lastSignInAt } = await sql
    .selectFrom('accounts')
    .select('lastSignInAt')
    .where('id', '=', people.sadie)
    .executeTakeFirstOrThrow();
  expect(lastSignInAt).toEqual(clock.now());
});
