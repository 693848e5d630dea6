import { describe, expect, test } from 'vitest';
import { type Decision, decide, restartStep, type WaitingChat } from './decide.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

const LOCAL = { queueIds: ['local'], waitSeconds: 20 };
const COOP = { queueIds: ['night', 'weekend'], waitSeconds: 30 };
const LAST = { queueIds: ['last'], waitSeconds: 40 };

const opening: WaitingChat = {
  chain: [LOCAL, COOP, LAST],
  stepsAlerted: 0,
  nextStepAt: null,
  formOfferAt: at(60),
  formOffered: false,
};
const waitingLocally: WaitingChat = { ...opening, stepsAlerted: 1, nextStepAt: at(5) };
const waitingEverywhere: WaitingChat = { ...opening, stepsAlerted: 3, nextStepAt: null };
const NOTHING = { alert: [], offerForm: false } as const;

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
    chat: { ...opening, chain: [LOCAL, { queueIds: ['local', 'night'], waitSeconds: 30 }] },
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
    chat: { ...waitingLocally, stepsAlerted: 2 },
    online: ['local'],
    decision: { ...NOTHING, stepsAlerted: 2, nextStepAt: at(5) },
  },
  {
    says: 'a queue that has it already is not alerted anew',
    chat: {
      ...waitingLocally,
      chain: [LOCAL, { queueIds: ['night', 'local'], waitSeconds: 30 }],
      nextStepAt: NOW,
    },
    online: ['local'],
    decision: { ...NOTHING, alert: ['night'], stepsAlerted: 2, nextStepAt: null },
  },
  {
    says: 'all leave, and the form is offered before its time',
    chat: waitingEverywhere,
    online: [],
    decision: { alert: [], stepsAlerted: 3, nextStepAt: null, offerForm: true },
  },
  {
    says: 'the form is offered at the very moment that is due, with somebody there',
    chat: { ...waitingEverywhere, formOfferAt: NOW },
    online: ['local'],
    decision: { alert: [], stepsAlerted: 3, nextStepAt: null, offerForm: true },
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
    expect(decide(chat, (queueId) => online.includes(queueId), NOW)).toEqual(decision);
  });
});

describe('while it waits', () => {
  test.each(whileItWaits)('$says', ({ chat, online, decision }) => {
    expect(decide(chat, (queueId) => online.includes(queueId), NOW)).toEqual(decision);
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
    const stays = decide(returned, (queueId) => queueId === 'local', NOW);
    const moves = decide(returned, (queueId) => queueId === 'last', NOW);
    expect(stays).toEqual({ ...NOTHING, stepsAlerted: 1, nextStepAt: at(20) });
    expect(moves).toMatchObject({ alert: ['night', 'weekend', 'last'], stepsAlerted: 3 });
  });
});
