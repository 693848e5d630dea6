import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '#protocol/accounts.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  readSecondFactors,
  removePasskey,
  signInWithPasskey,
} from '#protocol/security.ts';
import { type Scene, type SoftAuthenticator, softAuthenticator } from '../../test/authenticator.ts';
import { type Caller, NOTHING, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { givePasswords, PASSWORD } from '../../test/passwords.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';

const { house, clock, sql } = await testHouse();
const people = await makeLibraries(sql);
await givePasswords(sql);

const OWN_PAGE: Caller = { origin: PUBLIC_URL };
let sadie: Caller;
let key: SoftAuthenticator;

beforeEach(async () => {
  await sql.deleteFrom('passkeys').execute();
  await sql.updateTable('institutions').set({ secondFactorRequired: false }).execute();
  sadie = await house.staff(people.sadie);
  key = softAuthenticator(PUBLIC_URL);
});

async function begin(caller: Caller): Promise<string> {
  const input = { ...NOTHING, body: { password: PASSWORD } };
  const { body } = await house.call(beginPasskey, input, caller);
  return String(body.options['challenge']);
}

function add(caller: Caller, response: Record<string, unknown>) {
  return house.call(addPasskey, { ...NOTHING, body: { name: 'Desk key', response } }, caller);
}

async function addKey(caller: Caller = sadie) {
  return add(caller, key.register(await begin(caller)));
}

async function beginSigningIn(): Promise<{ challengeId: string; challenge: string }> {
  const { body } = await house.call(beginPasskeySignIn, NOTHING, OWN_PAGE);
  return { challengeId: body.challengeId, challenge: String(body.options['challenge']) };
}

function enter(challengeId: string, response: Record<string, unknown>) {
  return house.call(signInWithPasskey, { ...NOTHING, body: { challengeId, response } }, OWN_PAGE);
}

async function signInWith(lie: Partial<Scene> = {}) {
  const { challengeId, challenge } = await beginSigningIn();
  return enter(challengeId, key.signIn(challenge, lie));
}

async function factorsOf(caller: Caller) {
  return (await house.call(readSecondFactors, NOTHING, caller)).body;
}

describe('adding a passkey', () => {
  test('asks the browser for one that is found without a username and verifies its user', async () => {
    const input = { ...NOTHING, body: { password: PASSWORD } };
    const { body } = await house.call(beginPasskey, input, sadie);
    expect(body.options).toMatchObject({
      rp: { id: 'carrel.test' },
      user: { name: 'sadie' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  test('needs the password', async () => {
    const input = { ...NOTHING, body: { password: 'wrong' } };
    expect(await house.call(beginPasskey, input, sadie)).toMatchObject({
      status: 401,
      code: 'wrong_credentials',
    });
  });

  test('shows it in the list, by its name', async () => {
    expect((await addKey()).status).toBe(201);
    expect((await factorsOf(sadie)).passkeys).toMatchObject([
      { name: 'Desk key', lastUsedAt: null },
    ]);
    expect((await factorsOf(await house.staff(people.omar))).passkeys).toEqual([]);
  });

  test.each<[string, Partial<Scene>]>([
    ['from another page', { origin: 'https://carrel.test.evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['of an unverified user', { userVerified: false }],
  ])('an answer %s is refused', async (_, lie) => {
    const answer = await add(sadie, key.register(await begin(sadie), lie));
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect((await factorsOf(sadie)).passkeys).toEqual([]);
  });

  test('a challenge is good once, for five minutes, and for the one who asked', async () => {
    const challenge = await begin(sadie);
    const omar = await house.staff(people.omar);
    expect((await add(omar, key.register(challenge))).status).toBe(422);
    expect((await add(sadie, key.register(challenge))).status).toBe(201);
    const other = softAuthenticator(PUBLIC_URL);
    expect((await add(sadie, other.register(challenge))).status).toBe(422);

    const late = await begin(sadie);
    clock.advance(300);
    expect((await add(sadie, other.register(late))).status).toBe(422);
  });

  test('one that belongs to somebody already is not added again', async () => {
    await addKey();
    expect((await addKey(await house.staff(people.omar))).status).toBe(422);
  });

  test('whatever else a browser sends is refused, not an error of ours', async () => {
    for (const response of [{}, { id: 'x' }, { id: 1, response: null }, { response: { a: [] } }]) {
      await begin(sadie);
      expect((await add(sadie, response)).status).toBe(422);
    }
  });
});

describe('signing in with a passkey', () => {
  test('needs neither username nor password', async () => {
    await addKey();
    const answer = await signInWith();
    expect(answer.status).toBe(201);
    expect(answer.body.account.username).toBe('sadie');
    const [passkey] = (await factorsOf(sadie)).passkeys;
    expect(passkey?.lastUsedAt).toBe(clock.now().toISOString());
  });

  test.each<[string, Partial<Scene>]>([
    ['from another page', { origin: 'https://carrel.test.evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['of an unverified user', { userVerified: false }],
    ['with a counter that went back: a copied key', { counter: 1 }],
    [
      'signed by another key',
      { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    ],
  ])('an answer %s is refused', async (_, lie) => {
    await addKey();
    expect(await signInWith(lie)).toMatchObject({ status: 401, code: 'wrong_credentials' });
  });

  test('an answer is good once', async () => {
    await addKey();
    const { challengeId, challenge } = await beginSigningIn();
    const response = key.signIn(challenge);
    expect((await enter(challengeId, response)).status).toBe(201);
    expect((await enter(challengeId, response)).status).toBe(401);
    const other = await beginSigningIn();
    expect((await enter(other.challengeId, response)).status).toBe(401);
  });

  test('a challenge is good for five minutes', async () => {
    await addKey();
    const { challengeId, challenge } = await beginSigningIn();
    clock.advance(300);
    expect((await enter(challengeId, key.signIn(challenge))).status).toBe(401);
  });

  test('a challenge to add one does not sign in', async () => {
    await addKey();
    const challenge = await begin(sadie);
    const { id } = await sql
      .selectFrom('passkeyChallenges')
      .select('id')
      .where('accountId', '=', people.sadie)
      .executeTakeFirstOrThrow();
    expect((await enter(id, key.signIn(challenge))).status).toBe(401);
  });

  test('one that was never added, or was removed, opens nothing', async () => {
    expect((await signInWith()).status).toBe(401);
    const { body } = await addKey();
    const removing = { ...NOTHING, params: { passkeyId: body.id } };
    const omar = await house.staff(people.omar);
    expect((await house.call(removePasskey, removing, omar)).status).toBe(404);
    expect((await house.call(removePasskey, removing, sadie)).status).toBe(204);
    expect((await signInWith()).status).toBe(401);
  });

  test('of a deleted account opens nothing', async () => {
    await addKey();
    const account = sql.updateTable('accounts').where('id', '=', people.sadie);
    await account.set({ deletedAt: clock.now() }).execute();
    const answer = await signInWith();
    await account.set({ deletedAt: null }).execute();
    expect(answer.status).toBe(401);
  });

  test('satisfies an institution that requires a second factor', async () => {
    await addKey();
    await sql.updateTable('institutions').set({ secondFactorRequired: true }).execute();
    expect((await signInWith()).body.mustAddSecondFactor).toBe(false);
    expect((await house.call(readSession, NOTHING, sadie)).body.mustAddSecondFactor).toBe(false);
  });
});
