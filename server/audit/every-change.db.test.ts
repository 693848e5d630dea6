import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import { type Done, doEveryChange } from '../../test/every-change/index.ts';
import { testHouse } from '../../test/house.ts';
import { openMailbox } from '../../test/mailbox.ts';

/*
 * The log has no gaps: whatever changes something is done here once and its entry is looked for, or is
 * named below with where its trace is instead. An endpoint that is in neither fails the first test.
 * Before it is done, strangers and operators try it: they are refused, and leave no trace.
 */

/** Why an endpoint that is not a GET writes no entry. */
const NO_ENTRY: Readonly<Record<string, string>> = {
  ...of('asks, and changes nothing', [
    'checkPasswordLink',
    'beginPasskeySignIn',
    'checkSetupToken',
    'beginTotp',
    'beginPasskey',
    'findCoopCandidates',
  ]),
  ...of('the events of the chat keep who did it', [
    'openChat',
    'claimChat',
    'releaseChat',
    'closeChat',
    'changeResolution',
    'postMessage',
    'leaveChatQuestion',
    'transferChat',
    'acceptTransfer',
    'declineTransfer',
    'giveFeedback',
  ]),
  ...of('is kept, with who wrote it, where it is read', [
    'leaveQuestion',
    'addTicketNote',
    'receiveMail',
    'addQualityNote',
    'replyToQualityNote',
    'reportPolicyProblem',
  ]),
  ...of('is one’s own shift or reading, and no setting', [
    'chooseState',
    'optIntoQueue',
    'beginPractice',
    'finishTour',
    'readQualityNotes',
  ]),
  ...of('is done once, before anybody is there; tested with the set-up', ['setUp']),
};

function of(reason: string, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

const mailbox = await openMailbox();
const { house } = await testHouse({ smtpUrl: mailbox.url });
const done: readonly Done[] = await doEveryChange(house, mailbox);

const changing = Object.values(ENDPOINTS)
  .flatMap((endpoints) => Object.entries<Endpoint>(endpoints))
  .filter(([, { method }]) => method !== 'GET')
  .map(([name]) => name);

test('every endpoint that may change something is done here, or named with where its trace is', () => {
  const known = [...new Set([...done.map(({ name }) => name), ...Object.keys(NO_ENTRY)])];
  expect(known.sort()).toEqual([...changing].sort());
});

describe('a change is in the log once it is done:', () => {
  test.each(done.map((one) => [one.name, one] as const))('%s', (_, { actions, entries }) => {
    expect(entries.map(({ action }) => action)).toEqual(actions);
  });

  test('with who did it and from where, unless nobody was signed in', () => {
    for (const { name, entries, byNobody } of done)
      for (const { actorName, address, after } of entries) {
        expect(actorName === null, name).toBe(byNobody);
        expect(address ?? after?.['address'], name).toMatch(/^10\./);
      }
  });

  test('in words that the console has', () => {
    const folder = path.join(import.meta.dirname, '../../i18n/console/en');
    const words = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    const keys = new Set(words.flatMap((text) => Object.keys(JSON.parse(text))));
    const actions = done.flatMap(({ entries }) => entries.map(({ action }) => action));
    expect(actions.filter((action) => !keys.has(`audit.action.${action}`))).toEqual([]);
  });

  test('and without any secret that was typed on the way', () => {
    const told = JSON.stringify(done.map(({ entries }) => entries));
    for (const secret of ['reading room', 'open sesame', 'argon2', 'otpauth'])
      expect(told).not.toContain(secret);
  });
});

/* The rule of rights, as it is told: what one does not see is not there, what one sees and may not is refused. */

/** No thing in its path: there is nothing that could not be there. */
const NAMES_NOTHING = /^create(?!PoolMessage)|^renameConsortium$/;
/** Co-ops without a level, and what was deleted. */
const OUT_OF_SIGHT = /Coop|^restore(Queue|Pool|Room)$/;
/** Of the library's operators: whatever its pages show to its own staff. */
const ALLOWED_TO_OPERATORS = ['revealPolicySecret'];

function expected(name: string, who: string): number {
  if (NAMES_NOTHING.test(name)) return 403;
  // Row by row: the file is read, and each row of another library refused.
  if (name === 'importAccounts') return who === 'an admin of another library' ? 200 : 403;
  if (who !== 'an operator of the library' || OUT_OF_SIGHT.test(name)) return 404;
  return ALLOWED_TO_OPERATORS.includes(name) ? 200 : 403;
}

describe('a change is nothing for', () => {
  const people = [...new Set(done.flatMap(({ refused }) => Object.keys(refused)))];
  test('strangers and operators, who have tried each', () => {
    expect(people).toHaveLength(3);
  });

  test.each(people)('%s', (who) => {
    const tried = done.filter(({ refused }) => who in refused);
    expect(tried.length).toBeGreaterThan(50);
    expect(Object.fromEntries(tried.map(({ name, refused }) => [name, refused[who]]))).toEqual(
      Object.fromEntries(tried.map(({ name }) => [name, expected(name, who)])),
    );
  });
});
