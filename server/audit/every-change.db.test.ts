import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import { drivenClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database/index.ts';
import { type Done, doEveryChange } from '../../test/every-change/index.ts';
import { ANY_NUMBER, openHouse } from '../../test/house.ts';
import { openMailbox } from '../../test/mailbox.ts';

/*
 * The log has no gaps: whatever changes something is done here once and its entry is looked for, or is
 * named below with where its trace is instead. An endpoint that is in neither fails the first test.
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
const house = await openHouse({
  connection: await testDatabase(),
  clock: drivenClock(),
  frameRate: ANY_NUMBER,
  smtpUrl: mailbox.url,
});
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

  test('and without any secret that was typed on the way', () => {
    const told = JSON.stringify(done.map(({ entries }) => entries));
    for (const secret of ['reading room', 'open sesame', 'argon2', 'otpauth'])
      expect(told).not.toContain(secret);
  });
});
