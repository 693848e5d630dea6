import { beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '#protocol/accounts.ts';
import { cookieBrowser } from '../../test/cookie-browser.ts';
import { NOTHING, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { givePasswords, PASSWORD } from '../../test/passwords.ts';

const { house, sql } = await testHouse();
const people = await makeLibraries(sql);
await givePasswords(sql);

let places = 0;

beforeEach(async () => {
  for (const table of ['guesses', 'knownPlaces', 'sessions'] as const)
    await sql.deleteFrom(table).execute();
});

/** A browser in a network of its own. */
function browser() {
  const machine = cookieBrowser(house, `203.0.113.${++places}`);
  return {
    ...machine,
    session: () => ({ cookie: `carrel_session=${machine.cookies.get('carrel_session')}` }),
    signIn: async (username: string, password = PASSWORD) =>
      (await machine.signIn({ username, password })).status,
  };
}

/** Guesses until there is a wait: how many tries that took tells whether the place was known. */
async function isSlowedDown(machine: ReturnType<typeof browser>, username: string) {
  return (await machine.signIn(username)) === 429;
}

async function guessFromEverywhere(username: string): Promise<void> {
  for (let n = 0; n < 31; n += 1) await browser().signIn(username, 'not the one');
}

async function entries(accountId: string) {
  await house.parts.background.settled();
  return sql
    .selectFrom('audit')
    .select(['action', 'actorName', 'address', 'after', 'institutionId'])
    .where('targetId', '=', accountId)
    .orderBy('id')
    .execute();
}

describe('the audit log', () => {
  test('tells who signed in, and what was refused, from where', async () => {
    const machine = browser();
    const { remoteAddress: address } = machine;
    expect(await machine.signIn('hana', 'not the one')).toBe(401);
    expect(await machine.signIn('hana')).toBe(201);
    const institutionId = people.institutions.harbour;
    expect(await entries(people.hana)).toEqual([
      {
        action: 'session.refused',
        actorName: null,
        address: null,
        after: { device: 'Firefox on Linux', address },
        institutionId,
      },
      {
        action: 'session.begun',
        actorName: 'hana',
        address,
        after: { device: 'Firefox on Linux' },
        institutionId,
      },
    ]);
  });

  test('keeps nothing of names that nobody has: people type their passwords there', async () => {
    const count = async () => {
      await house.parts.background.settled();
      return (await sql.selectFrom('audit').select('id').execute()).length;
    };
    const before = await count();
    expect(await browser().signIn(PASSWORD, 'x')).toBe(401);
    expect(await count()).toBe(before);
    expect(await browser().signIn('sadie', 'x')).toBe(401);
    expect(await count()).toBe(before + 1);
  });
});

test('signing in anew ends the session that the browser had', async () => {
  const machine = browser();
  await machine.signIn('sadie');
  const first = machine.session();
  const elsewhere = browser();
  await elsewhere.signIn('sadie');
  expect(await machine.signIn('omar')).toBe(201);
  expect((await house.call(readSession, NOTHING, first)).status).toBe(401);
  expect((await house.call(readSession, NOTHING, machine.session())).body.account.username).toBe(
    'omar',
  );
  expect((await house.call(readSession, NOTHING, elsewhere.session())).status).toBe(200);
});

describe('the number in the device cookie', () => {
  test('is made anew for who was not known by it: whoever put it there does not become them', async () => {
    const planted = 'a number that somebody else holds as well';
    const machine = browser();
    machine.cookies.set('carrel_device', planted);
    await machine.signIn('sadie');
    expect(machine.cookies.get('carrel_device')).not.toBe(planted);

    await guessFromEverywhere('sadie');
    const thief = browser();
    thief.cookies.set('carrel_device', planted);
    expect(await isSlowedDown(thief, 'sadie')).toBe(true);
    const owner = browser();
    for (const [name, value] of machine.cookies) owner.cookies.set(name, value);
    expect(await isSlowedDown(owner, 'sadie')).toBe(false);
  });

  test('is no shortcut to somebody for who has got one of their own', async () => {
    const insider = browser();
    await insider.signIn('omar');
    const desk = browser();
    for (const [name, value] of insider.cookies) desk.cookies.set(name, value);
    await desk.signIn('sadie');

    await guessFromEverywhere('sadie');
    insider.cookies.delete('carrel_session');
    expect(await isSlowedDown(insider, 'sadie')).toBe(true);
  });

  test('goes on standing for all who share the desk', async () => {
    const desk = browser();
    await desk.signIn('omar');
    await desk.signIn('sadie');
    const held = desk.cookies.get('carrel_device');
    await desk.signIn('omar');
    expect(desk.cookies.get('carrel_device')).toBe(held);
  });
});
