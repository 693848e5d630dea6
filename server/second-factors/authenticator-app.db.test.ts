import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import {
  beginTotp,
  confirmTotp,
  endTotp,
  readSecondFactors,
  renewRecoveryCodes,
} from '#protocol/security.ts';
import { type Caller, NOTHING } from '../../test/house.ts';
import { PASSWORD } from '../../test/passwords.ts';
import { openSigningIn, RIGHT, WRONG } from '../../test/signing-in.ts';
import { ciphersOf } from '../platform/secrets.ts';

const { house, clock, sql, people, at, browser } = await openSigningIn();

describe('an authenticator app', () => {
  function codeOf(secret: string): string {
    return TOTP.generate({ secret: secretOf(secret), timestamp: clock.now().getTime() });
  }

  function secretOf(base32: string) {
    return new TOTP({ secret: base32 }).secret;
  }

  async function begin(caller: Caller, password = PASSWORD) {
    return house.call(beginTotp, { ...NOTHING, body: { password } }, caller);
  }

  async function confirm(caller: Caller, code: string) {
    return house.call(confirmTotp, { ...NOTHING, body: { code } }, caller);
  }

  /** Sets it up for Sadie; the next step begins, so that its code is fresh. */
  async function setUp() {
    const sadie = await house.staff(people.sadie);
    const { secret } = (await begin(sadie)).body;
    const { recoveryCodes } = (await confirm(sadie, codeOf(secret))).body;
    clock.advance(30);
    return { sadie, secret, recoveryCodes };
  }

  test('is wanted from the moment it is confirmed, and not before', async () => {
    const sadie = await house.staff(people.sadie);
    const { secret, uri } = (await begin(sadie)).body;
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect((await browser(at.library).signIn(RIGHT)).status).toBe(201);
    expect((await confirm(sadie, '000000')).status).toBe(422);
    expect((await browser(at.library).signIn(RIGHT)).status).toBe(201);
    expect((await confirm(sadie, codeOf(secret))).status).toBe(200);
    expect(await browser(at.library).signIn(RIGHT)).toMatchObject({
      status: 401,
      code: 'second_factor_needed',
    });
    const { body } = await house.call(readSecondFactors, NOTHING, sadie);
    expect(body).toEqual({ required: false, totp: true, recoveryCodesLeft: 10, passkeys: [] });
  });

  test('without the right password nobody learns that there is one', async () => {
    await setUp();
    const answer = await browser(at.elsewhere).signIn({ ...WRONG, code: '000000' });
    expect(answer).toMatchObject({ status: 401, code: 'wrong_credentials' });
  });

  test('its code signs in, once, a step early or late, and not two', async () => {
    const { secret } = await setUp();
    const desk = browser(at.library);
    const code = codeOf(secret);
    expect((await desk.signIn({ ...RIGHT, code })).status).toBe(201);
    expect(await desk.signIn({ ...RIGHT, code })).toMatchObject({
      status: 401,
      code: 'wrong_code',
    });
    clock.advance(60);
    const early = codeOf(secret);
    clock.advance(30);
    expect((await desk.signIn({ ...RIGHT, code: early })).status).toBe(201);
    const old = codeOf(secret);
    clock.advance(60);
    expect((await desk.signIn({ ...RIGHT, code: old })).status).toBe(401);
  });

  test('of two who use one code at the same moment, one signs in', async () => {
    const { secret } = await setUp();
    const code = codeOf(secret);
    const answers = await Promise.all(
      [at.library, at.elsewhere].map((place) => browser(place).signIn({ ...RIGHT, code })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401]);
  });

  test('codes are guessed as slowly as passwords, even by who knows the password', async () => {
    await setUp();
    const thief = browser(at.elsewhere);
    for (let n = 0; n < 6; n += 1) {
      expect(await thief.signIn({ ...RIGHT, code: `00000${n}` })).toMatchObject({
        code: 'wrong_code',
      });
      if (n < 5) expect(await thief.signIn(RIGHT)).toMatchObject({ code: 'second_factor_needed' });
    }
    expect((await thief.signIn({ ...RIGHT, code: '000009' })).status).toBe(429);
  });

  test('each recovery code stands in for it once', async () => {
    const { sadie, recoveryCodes } = await setUp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ''] = recoveryCodes;
    const desk = browser(at.library);
    expect((await desk.signIn({ ...RIGHT, code: code.toUpperCase() })).status).toBe(201);
    expect(await desk.signIn({ ...RIGHT, code })).toMatchObject({ code: 'wrong_code' });
    const { body } = await house.call(readSecondFactors, NOTHING, sadie);
    expect(body.recoveryCodesLeft).toBe(9);
  });

  test('new recovery codes take the password, and the place of the old ones', async () => {
    const { sadie, recoveryCodes } = await setUp();
    const renew = (password: string) =>
      house.call(renewRecoveryCodes, { ...NOTHING, body: { password } }, sadie);
    expect((await renew('a guess')).code).toBe('wrong_credentials');
    const renewed = (await renew(PASSWORD)).body.recoveryCodes;
    expect(renewed).toHaveLength(10);
    const desk = browser(at.library);
    expect((await desk.signIn({ ...RIGHT, code: recoveryCodes[0] ?? '' })).code).toBe('wrong_code');
    expect((await desk.signIn({ ...RIGHT, code: renewed[0] ?? '' })).status).toBe(201);
  });

  test('recovery codes survive the loss of the installation’s key', async () => {
    const { recoveryCodes } = await setUp();
    const secret = ciphersOf(Buffer.alloc(32, 9)).encrypt(`totp:${people.sadie}`, 'AAAA');
    await sql.updateTable('authenticators').set({ secret }).execute();
    const answer = await browser(at.library).signIn({ ...RIGHT, code: recoveryCodes[0] ?? '' });
    expect(answer.status).toBe(201);
  });

  test('a recovery code of somebody else does not', async () => {
    const { recoveryCodes } = await setUp();
    const omar = await house.staff(people.omar);
    const { secret } = (await begin(omar)).body;
    await confirm(omar, codeOf(secret));
    const stolen = { username: 'omar', password: PASSWORD, code: recoveryCodes[1] ?? '' };
    expect(await browser(at.library).signIn(stolen)).toMatchObject({ code: 'wrong_code' });
  });

  test('is neither begun nor ended without the password', async () => {
    const { sadie } = await setUp();
    expect(await begin(sadie, 'wrong')).toMatchObject({ status: 401, code: 'wrong_credentials' });
    const ending = { ...NOTHING, body: { password: 'wrong' } };
    expect((await house.call(endTotp, ending, sadie)).status).toBe(401);
    expect((await browser(at.library).signIn(RIGHT)).code).toBe('second_factor_needed');
  });

  test('is not replaced while it holds, and not wanted after it was ended', async () => {
    const { sadie } = await setUp();
    expect(await begin(sadie)).toMatchObject({ status: 409, code: 'conflict' });
    const ending = { ...NOTHING, body: { password: PASSWORD } };
    expect((await house.call(endTotp, ending, sadie)).status).toBe(204);
    expect((await house.call(endTotp, ending, sadie)).status).toBe(409);
    expect((await browser(at.library).signIn(RIGHT)).status).toBe(201);
  });

  test('its secret is nowhere in the database, and in no entry of the audit log', async () => {
    const { secret, recoveryCodes } = await setUp();
    const rows = [
      await sql.selectFrom('authenticators').selectAll().execute(),
      await sql.selectFrom('audit').selectAll().execute(),
    ];
    expect(rows[0]).toHaveLength(1);
    const stored =
      JSON.stringify(rows) + String(rows[0]?.map((row) => 'secret' in row && row.secret));
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(recoveryCodes[0]);
    expect(stored).toContain('account.authenticatorAdded');
  });
});
