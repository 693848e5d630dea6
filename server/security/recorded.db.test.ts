import { beforeEach, describe, expect, test } from 'vitest';
import { signOut } from '#protocol/accounts.ts';
import { forgotPassword, forgotUsername } from '#protocol/passwords.ts';
import { endSession, listSessions } from '#protocol/security.ts';
import { cookieBrowser } from '../../test/cookie-browser.ts';
import { NOTHING, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { givePasswords, PASSWORD } from '../../test/passwords.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { tellOldRefusals } from './refused-sign-ins.ts';

/** What the log tells of sessions, of guesses, and of what was asked for at the sign-in page. */

const mailbox = await openMailbox();
const { house, clock, sql } = await testHouse({ smtpUrl: mailbox.url });
const people = await makeLibraries(sql);
await givePasswords(sql);
const OWN_PAGE = { origin: PUBLIC_URL };
const FIREFOX = 'Firefox on Linux';

let since: string | undefined;
beforeEach(async () => {
  for (const table of ['guesses', 'knownPlaces', 'sessions', 'refusedSignIns'] as const)
    await sql.deleteFrom(table).execute();
  since = (await sql.selectFrom('audit').select('id').orderBy('id', 'desc').executeTakeFirst())?.id;
});

/** What was written since the test began, of one account. */
async function entries(accountId: string) {
  await house.parts.background.settled();
  return sql
    .selectFrom('audit')
    .select(['action', 'actorName', 'address', 'before', 'after'])
    .where('targetId', '=', accountId)
    .$if(since !== undefined, (query) => query.where('id', '>', since ?? ''))
    .orderBy('id')
    .execute();
}

let places = 0;
const browser = () => cookieBrowser(house, `203.0.113.${++places}`);
const sessionOf = (machine: ReturnType<typeof browser>) => ({
  cookie: `carrel_session=${machine.cookies.get('carrel_session')}`,
  ...OWN_PAGE,
});

describe('guesses at a password', () => {
  const refused = (after: object) => ({
    action: 'session.refused',
    actorName: null,
    address: null,
    before: null,
    after,
  });

  /** Somebody with a machine for every two guesses. */
  async function guess(times: number): Promise<string[]> {
    const addresses: string[] = [];
    for (let n = 0; n < times; n += 2) {
      const machine = browser();
      addresses.push(machine.remoteAddress);
      for (const _ of [1, 2]) await machine.signIn({ username: 'hana', password: 'not the one' });
      await house.parts.background.settled();
    }
    return addresses;
  }

  test('are told of at once by the first, and an hour later by their number and some addresses', async () => {
    const addresses = await guess(14);
    const first = refused({ device: FIREFOX, address: addresses[0] });
    expect(await entries(people.hana)).toEqual([first]);

    clock.advance(3_599);
    await tellOldRefusals(house.parts);
    expect(await entries(people.hana)).toEqual([first]);
    clock.advance(1);
    await tellOldRefusals(house.parts);
    const named = `${addresses.slice(0, 5).join(', ')}, …`;
    expect(await entries(people.hana)).toEqual([first, refused({ tries: 13, address: named })]);

    const [again] = await guess(2);
    expect((await entries(people.hana)).slice(2)).toEqual([
      refused({ device: FIREFOX, address: again }),
    ]);
  });

  test('are told of before who gets in after them', async () => {
    const [address] = await guess(2);
    expect((await browser().signIn({ username: 'hana', password: PASSWORD })).status).toBe(201);
    const told = await entries(people.hana);
    expect(told.map(({ action }) => action)).toEqual([
      'session.refused',
      'session.refused',
      'session.begun',
    ]);
    expect(told[1]).toEqual(refused({ tries: 1, address }));
  });

  test('that stayed alone are told of once', async () => {
    await browser().signIn({ username: 'hana', password: 'not the one' });
    await entries(people.hana);
    clock.advance(3_600);
    await tellOldRefusals(house.parts);
    expect(await entries(people.hana)).toHaveLength(1);
    expect(await sql.selectFrom('refusedSignIns').selectAll().execute()).toEqual([]);
  });
});

describe('a session', () => {
  test('that was ended from another one is told of with where it was; a stranger’s try is not', async () => {
    const [office, lost] = [browser(), browser()];
    for (const machine of [lost, office])
      await machine.signIn({ username: 'sadie', password: PASSWORD });
    const { items } = (await house.call(listSessions, NOTHING, sessionOf(office))).body;
    const sessionId = items.find(({ current }) => !current)?.id ?? '';
    const input = { ...NOTHING, params: { sessionId } };
    const eve = await house.staff(people.eve);
    expect((await house.call(endSession, input, eve)).status).toBe(404);
    expect((await house.call(endSession, input, sessionOf(office))).status).toBe(204);
    expect((await entries(people.sadie)).slice(2)).toEqual([
      {
        action: 'session.ended',
        actorName: 'sadie',
        address: expect.any(String),
        before: { device: FIREFOX, address: lost.remoteAddress },
        after: null,
      },
    ]);
  });

  test('is told of when it is signed out of, and when its browser signs somebody else in', async () => {
    const desk = browser();
    await desk.signIn({ username: 'sadie', password: PASSWORD });
    await desk.signIn({ username: 'omar', password: PASSWORD });
    await house.call(signOut, NOTHING, sessionOf(desk));
    const ends = async (accountId: string) =>
      (await entries(accountId)).slice(1).map(({ action, actorName }) => [action, actorName]);
    expect(await ends(people.sadie)).toEqual([['session.signedOut', 'sadie']]);
    expect(await ends(people.omar)).toEqual([['session.signedOut', 'omar']]);
  });
});

describe('what is asked for at the sign-in page', () => {
  test('is told of each account that a mail is about, from where, and of no other', async () => {
    await sql
      .updateTable('accounts')
      .set({ email: 'desk@harbour.example' })
      .where('id', 'in', [people.hana, people.omar])
      .execute();
    for (const username of ['hana', 'noor', 'nobody-of-here'])
      await house.call(forgotPassword, { ...NOTHING, body: { username } }, OWN_PAGE);
    const body = { email: 'DESK@harbour.example' };
    await house.call(forgotUsername, { ...NOTHING, body }, OWN_PAGE);
    await house.parts.jobs.runDue();

    const asked = (action: string) => ({
      action,
      actorName: null,
      address: null,
      before: null,
      after: { address: expect.stringMatching(/^10\./) },
    });
    expect(await entries(people.hana)).toEqual([
      asked('account.passwordLinkAsked'),
      asked('account.usernameAsked'),
    ]);
    expect(await entries(people.omar)).toEqual([asked('account.usernameAsked')]);
    // Without an address, nothing was mailed to Noor.
    expect(await entries(people.noor)).toEqual([]);
  });
});
