import { describe, expect, test } from 'vitest';
import { everyDay } from '../../test/hours.ts';
import {
  AWAY,
  at,
  COOP,
  FULL,
  HIDDEN,
  LAST,
  LOCAL,
  NOTHING,
  NOW,
  opening,
  READY,
  ready,
  scene,
  waitingEverywhere,
  waitingLocally,
} from '../../test/waiting-scenes.ts';
import {
  type Decision,
  decide,
  type OperatorThere,
  restartStep,
  type WaitingChat,
} from './decide.ts';

interface Case {
  readonly says: string;
  readonly chat: WaitingChat;
  readonly online: readonly string[];
  readonly decision: Decision;
}

const atTheOpening: Case[] = [
  {
    says: 'only the first step is alerted when somebody is there',
    chat: opening,
    online: ['local', 'night', 'last'],
    decision: { ...NOTHING, alert: ['local'], stepsAlerted: 1, nextStepAt: at(20) },
  },
  {
    says: 'a step with nobody online is passed at once, and offered the chat all the same',
    chat: opening,
    online: ['night'],
    decision: {
      ...NOTHING,
      alert: ['local', 'night', 'weekend'],
      stepsAlerted: 2,
      nextStepAt: at(30),
    },
  },
  {
    says: 'one queue of a co-op is enough for its step',
    chat: { ...opening, chain: [COOP, LAST] },
    online: ['weekend', 'last'],
    decision: { ...NOTHING, alert: ['night', 'weekend'], stepsAlerted: 1, nextStepAt: at(30) },
  },
  {
    says: 'with somebody at the last step alone, all are alerted and none is due',
    chat: opening,
    online: ['last'],
    decision: {
      ...NOTHING,
      alert: ['local', 'night', 'weekend', 'last'],
      stepsAlerted: 3,
      nextStepAt: null,
    },
  },
  {
    says: 'with nobody anywhere, away or at their limit, every step is alerted and the form offered',
    chat: opening,
    online: [],
    decision: {
      ...NOTHING,
      alert: ['local', 'night', 'weekend', 'last'],
      stepsAlerted: 3,
      nextStepAt: null,
      offerForm: true,
    },
  },
  {
    says: 'a chain of one step has no next one',
    chat: { ...opening, chain: [LOCAL] },
    online: ['local'],
    decision: { ...NOTHING, alert: ['local'], stepsAlerted: 1, nextStepAt: null },
  },
  {
    says: 'a step without seconds brings the next one along',
    chat: { ...opening, chain: [{ ...LOCAL, waitSeconds: 0 }, COOP, LAST] },
    online: ['local', 'night', 'last'],
    decision: {
      ...NOTHING,
      alert: ['local', 'night', 'weekend'],
      stepsAlerted: 2,
      nextStepAt: at(30),
    },
  },
  {
    says: 'a queue that two steps name is alerted once',
    chat: {
      ...opening,
      chain: [LOCAL, { queueIds: ['local', 'night'], waitSeconds: 30, coverage: null }],
    },
    online: ['night'],
    decision: { ...NOTHING, alert: ['local', 'night'], stepsAlerted: 2, nextStepAt: null },
  },
];

const whileItWaits: Case[] = [
  {
    says: 'nothing moves before a step’s seconds are over',
    chat: { ...waitingLocally, nextStepAt: at(0.001) },
    online: ['local', 'night'],
    decision: { ...NOTHING, stepsAlerted: 1, nextStepAt: at(0.001) },
  },
  {
    says: 'the next step is alerted at the very moment that is due',
    chat: { ...waitingLocally, nextStepAt: NOW },
    online: ['local', 'night'],
    decision: { ...NOTHING, alert: ['night', 'weekend'], stepsAlerted: 2, nextStepAt: at(30) },
  },
  {
    says: 'steps come one by one, however late the look is',
    chat: { ...waitingLocally, nextStepAt: at(-500), formOfferAt: at(1) },
    online: ['local', 'night', 'last'],
    decision: { ...NOTHING, alert: ['night', 'weekend'], stepsAlerted: 2, nextStepAt: at(30) },
  },
  {
    says: 'the last operator who could hear it leaves, and the next step is alerted at once',
    chat: waitingLocally,
    online: ['night', 'last'],
    decision: { ...NOTHING, alert: ['night', 'weekend'], stepsAlerted: 2, nextStepAt: at(30) },
  },
  {
    says: 'somebody of an earlier step is enough to wait for',
    chat: { ...waitingLocally, offeredTo: new Set(['local', 'night', 'weekend']), stepsAlerted: 2 },
    online: ['local'],
    decision: { ...NOTHING, stepsAlerted: 2, nextStepAt: at(5) },
  },
  {
    says: 'a queue that has it already is not alerted anew',
    chat: {
      ...waitingLocally,
      chain: [LOCAL, { queueIds: ['night', 'local'], waitSeconds: 30, coverage: null }],
      nextStepAt: NOW,
    },
    online: ['local'],
    decision: { ...NOTHING, alert: ['night'], stepsAlerted: 2, nextStepAt: null },
  },
  {
    says: 'all leave, and the form is offered before its time',
    chat: waitingEverywhere,
    online: [],
    decision: { ...NOTHING, stepsAlerted: 3, nextStepAt: null, offerForm: true },
  },
  {
    says: 'the form is offered at the very moment that is due, with somebody there',
    chat: { ...waitingEverywhere, formOfferAt: NOW },
    online: ['local'],
    decision: { ...NOTHING, stepsAlerted: 3, nextStepAt: null, offerForm: true },
  },
  {
    says: 'the form is not offered a millisecond before',
    chat: { ...waitingEverywhere, formOfferAt: at(0.001) },
    online: ['local'],
    decision: { ...NOTHING, stepsAlerted: 3, nextStepAt: null },
  },
  {
    says: 'the form is offered once',
    chat: { ...waitingEverywhere, formOfferAt: null, formOffered: true },
    online: [],
    decision: { ...NOTHING, stepsAlerted: 3, nextStepAt: null },
  },
  {
    says: 'who comes back after the form was offered changes nothing about it',
    chat: { ...waitingEverywhere, formOfferAt: null, formOffered: true },
    online: ['local'],
    decision: { ...NOTHING, stepsAlerted: 3, nextStepAt: null },
  },
];

describe('at the opening', () => {
  test.each(atTheOpening)('$says', ({ chat, online, decision }) => {
    expect(decide(chat, ready(online))).toEqual(decision);
  });
});

describe('while it waits', () => {
  test.each(whileItWaits)('$says', ({ chat, online, decision }) => {
    expect(decide(chat, ready(online))).toEqual(decision);
  });
});

describe('when a chat returns', () => {
  test('the step after those alerted is due after the seconds of the last of them', () => {
    expect(restartStep([LOCAL, COOP, LAST], 2, NOW)).toEqual(at(30));
  });

  test('nothing is due when all are alerted', () => {
    expect(restartStep([LOCAL, COOP, LAST], 3, NOW)).toBeNull();
  });

  test('it waits again at its steps so far, and moves on if they are empty by now', () => {
    const returned = { ...waitingLocally, nextStepAt: restartStep(opening.chain, 1, NOW) };
    const stays = decide(returned, ready(['local']));
    const moves = decide(returned, ready(['last']));
    expect(stays).toEqual({ ...NOTHING, stepsAlerted: 1, nextStepAt: at(20) });
    expect(moves).toMatchObject({ alert: ['night', 'weekend', 'last'], stepsAlerted: 3 });
  });
});

describe('who is there', () => {
  test.each<[string, Record<string, readonly OperatorThere[]>, Partial<Decision>]>([
    ['one who is away hears nothing', { local: [AWAY], night: [READY] }, { stepsAlerted: 2 }],
    ['one at their limit hears nothing', { local: [FULL], night: [READY] }, { stepsAlerted: 2 }],
    ['one who hides hears nothing', { local: [HIDDEN], night: [READY] }, { stepsAlerted: 2 }],
    [
      'one of many is enough',
      { local: [AWAY, FULL, READY] },
      { stepsAlerted: 1, offerForm: false },
    ],
    [
      'all away',
      { local: [AWAY], night: [AWAY], last: [AWAY] },
      { stepsAlerted: 3, offerForm: true },
    ],
    [
      'everybody at their limit',
      { local: [FULL], last: [FULL] },
      { stepsAlerted: 3, offerForm: true },
    ],
  ])('%s', (_, operators, decision) => {
    expect(decide(opening, scene(operators))).toMatchObject(decision);
  });

  test('room again for the last operator stops the way through the chain', () => {
    const later = decide({ ...waitingLocally, nextStepAt: at(5) }, scene({ local: [FULL, READY] }));
    expect(later).toMatchObject({ stepsAlerted: 1, alert: [] });
  });
});

describe('hours of a queue', () => {
  const morning = everyDay('UTC', '08:00', '09:00');
  const staffed = { local: [READY], night: [READY] };

  test('closed, its step is passed at once and offered all the same', () => {
    const decision = decide(opening, scene(staffed, NOW, { local: morning }));
    expect(decision).toMatchObject({ alert: ['local', 'night', 'weekend'], stepsAlerted: 2 });
  });

  test('closing while a patron waits, the next step is alerted at once', () => {
    const before = new Date('2026-03-02T08:59:59.999Z');
    const open = decide(waitingLocally, scene(staffed, before, { local: morning }));
    const closed = decide(waitingLocally, scene(staffed, NOW, { local: morning }));
    expect(open).toMatchObject({ alert: [], stepsAlerted: 1 });
    expect(closed).toMatchObject({ alert: ['night', 'weekend'], stepsAlerted: 2 });
  });
});
