import { describe, expect, test } from 'vitest';
import type { Hours } from '#protocol/hours.ts';
import {
  type Decision,
  decide,
  judgeAvailability,
  type OperatorThere,
  type QueueNow,
  restartStep,
  type Scene,
  stepsReached,
  type WaitingChat,
} from './decide.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

const LOCAL = { queueIds: ['local'], waitSeconds: 20, coverage: null };
const COOP = { queueIds: ['night', 'weekend'], waitSeconds: 30, coverage: null };
const LAST = { queueIds: ['last'], waitSeconds: 40, coverage: null };

const opening: WaitingChat = {
  chain: [LOCAL, COOP, LAST],
  offeredTo: new Set(),
  stepsAlerted: 0,
  nextStepAt: null,
  formOfferAt: at(60),
  formOffered: false,
};
const waitingLocally: WaitingChat = {
  ...opening,
  offeredTo: new Set(['local']),
  stepsAlerted: 1,
  nextStepAt: at(5),
};
const waitingEverywhere: WaitingChat = {
  ...opening,
  offeredTo: new Set(['local', 'night', 'weekend', 'last']),
  stepsAlerted: 3,
  nextStepAt: null,
};
const NOTHING = { alert: [], withdraw: [], offerForm: false } as const;

const READY: OperatorThere = { state: 'available', openChats: 0, maxChats: 3 };
const FULL: OperatorThere = { state: 'available', openChats: 3, maxChats: 3 };
const AWAY: OperatorThere = { state: 'away', openChats: 0, maxChats: 3 };
const HIDDEN: OperatorThere = { state: 'invisible', openChats: 0, maxChats: 3 };

/** One ready operator at each of these queues, at the moment. */
function ready(queueIds: readonly string[], now = NOW): Scene {
  return scene(Object.fromEntries(queueIds.map((queueId) => [queueId, [READY]])), now);
}

function scene(
  operators: Record<string, readonly OperatorThere[]>,
  now = NOW,
  hours: Record<string, Hours> = {},
): Scene {
  const queues = ['local', 'night', 'weekend', 'last'].map((queueId): [string, QueueNow] => [
    queueId,
    { hours: hours[queueId] ?? null, operators: operators[queueId] ?? [] },
  ]);
  return { now, queues: new Map(queues) };
}

/** The same hours on every day of the week. */
function everyDay(timeZone: string, from: string, to: string): Hours {
  const spans = [{ from, to }];
  return { timeZone, week: [spans, spans, spans, spans, spans, spans, spans], holidays: [] };
}

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

describe('coverage', () => {
  const evenings = everyDay('America/New_York', '18:00', '23:00');
  const covered = { ...COOP, coverage: evenings };
  const chain = [LOCAL, covered, LAST];
  const all = { local: [READY], night: [READY], last: [READY] };
  const noon = new Date('2026-03-02T17:00:00Z');
  const evening = new Date('2026-03-02T23:00:00Z');
  const waiting = (now: Date, chat: Partial<WaitingChat>): WaitingChat => ({
    ...opening,
    chain,
    formOfferAt: new Date(now.getTime() + 60_000),
    ...chat,
  });

  test('a step out of coverage is passed at once, and not offered', () => {
    const chat = waiting(noon, { ...waitingLocally, chain, nextStepAt: noon });
    expect(decide(chat, scene(all, noon))).toMatchObject({ alert: ['last'], stepsAlerted: 3 });
  });

  test('within coverage it has its turn', () => {
    const chat = waiting(evening, { ...waitingLocally, chain, nextStepAt: evening });
    const decision = decide(chat, scene(all, evening));
    expect(decision).toMatchObject({ alert: ['night', 'weekend'], stepsAlerted: 2 });
  });

  test('that begins while a patron waits offers the chat to the step that was passed', () => {
    const passed = { offeredTo: new Set(['local', 'last']), stepsAlerted: 3, nextStepAt: null };
    const before = new Date(evening.getTime() - 1);
    const chat = waiting(evening, passed);
    expect(decide(chat, scene(all, before))).toMatchObject({ alert: [], withdraw: [] });
    expect(decide(chat, scene(all, evening))).toMatchObject({ alert: ['night', 'weekend'] });
  });

  test('that ends while a patron waits withdraws its offers, and moves on', () => {
    const end = new Date('2026-03-03T04:00:00Z');
    const alerted = { offeredTo: new Set(['local', 'night', 'weekend']), stepsAlerted: 2 };
    const chat = waiting(end, { ...alerted, nextStepAt: new Date(end.getTime() + 20_000) });
    const decision = decide(chat, scene({ night: [READY], last: [READY] }, end));
    expect(decision).toMatchObject({
      alert: ['last'],
      withdraw: ['night', 'weekend'],
      stepsAlerted: 3,
    });
  });

  test('that ends with nobody else there offers the form', () => {
    const end = new Date('2026-03-03T04:00:00Z');
    const chat = waiting(end, {
      ...waitingEverywhere,
      chain,
      formOfferAt: new Date(end.getTime() + 1),
    });
    expect(decide(chat, scene({ night: [READY] }, end))).toMatchObject({ offerForm: true });
  });

  test.each([
    ['winter', '2026-03-07T22:59:59Z', false],
    ['winter', '2026-03-07T23:00:00Z', true],
    ['summer, from the day of the change', '2026-03-08T22:00:00Z', true],
    ['summer', '2026-03-08T21:59:59Z', false],
  ])('follows the clock on the wall: %s, %s', (_, instant, offers) => {
    const now = new Date(instant);
    const chat = waiting(now, { chain: [covered] });
    const decision = decide(chat, scene(all, now));
    expect(decision.alert).toEqual(offers ? ['night', 'weekend'] : []);
    expect(decision.offerForm).toBe(!offers);
  });
});

describe('a chain that changes while a patron waits', () => {
  const follow = (chain: WaitingChat['chain'], chat: WaitingChat, online: readonly string[]) =>
    decide({ ...chat, chain, stepsAlerted: stepsReached(chain, chat.offeredTo) }, ready(online));

  test('a step that was withdrawn loses its offer', () => {
    const chat = { ...waitingLocally, offeredTo: new Set(['local', 'night']), stepsAlerted: 2 };
    const decision = follow([LOCAL, LAST], chat, ['local', 'last']);
    expect(decision).toMatchObject({ withdraw: ['night'], alert: [], stepsAlerted: 1 });
  });

  test('a step that was alerted stays so, wherever it stands now, with all before it', () => {
    const decision = follow([LAST, LOCAL, COOP], waitingLocally, ['local', 'last', 'night']);
    expect(decision).toMatchObject({ alert: ['last'], withdraw: [], stepsAlerted: 2 });
  });

  test('a queue that is new to a co-op rings with the others of it', () => {
    const chat = { ...waitingLocally, offeredTo: new Set(['local', 'night']), stepsAlerted: 2 };
    expect(follow([LOCAL, COOP], chat, ['night'])).toMatchObject({
      alert: ['weekend'],
      stepsAlerted: 2,
    });
  });

  test('a step that is added behind the last one is due at once', () => {
    const chat = { ...waitingLocally, nextStepAt: null };
    expect(follow([LOCAL, LAST], chat, ['local', 'last'])).toMatchObject({ alert: ['last'] });
  });

  test('a deleted queue, or a co-op that the library has left, is out of it, and the rest goes on', () => {
    const decision = follow([COOP], waitingLocally, ['night']);
    expect(decision).toMatchObject({ withdraw: ['local'], alert: ['night', 'weekend'] });
  });

  test('with nothing left of it the form is offered', () => {
    const decision = follow([], waitingEverywhere, ['local']);
    expect(decision).toEqual({
      alert: [],
      withdraw: ['local', 'night', 'weekend', 'last'],
      stepsAlerted: 0,
      nextStepAt: null,
      offerForm: true,
    });
  });

  test('a queue that two steps share counts for the first of them', () => {
    const both = { ...COOP, queueIds: ['local', 'night'] };
    expect(stepsReached([LOCAL, both], new Set(['local']))).toBe(1);
    expect(stepsReached([LOCAL, both], new Set(['local', 'night']))).toBe(2);
  });
});

describe('what a library page is told', () => {
  const chain = [LOCAL, { ...COOP, coverage: everyDay('UTC', '10:00', '11:00') }];
  test.each<[string, Record<string, readonly OperatorThere[]>, Record<string, Hours>, object]>([
    ['somebody ready', { local: [READY] }, {}, { online: true, away: false }],
    ['somebody away', { local: [AWAY] }, {}, { online: false, away: true }],
    ['somebody full', { local: [FULL] }, {}, { online: false, away: true }],
    ['somebody hidden', { local: [HIDDEN] }, {}, { online: false, away: false }],
    ['nobody', {}, {}, { online: false, away: false }],
    ['the co-op alone, out of coverage', { night: [READY] }, {}, { online: false, away: false }],
    [
      'ready, but closed',
      { local: [READY] },
      { local: everyDay('UTC', '10:00', '11:00') },
      { online: false, away: false },
    ],
  ])('%s', (_, operators, hours, told) => {
    expect(judgeAvailability(chain, scene(operators, NOW, hours))).toEqual(told);
  });
});
