import { describe, expect, test } from 'vitest';
import { everyDay } from '../../test/hours.ts';
import {
  COOP,
  LAST,
  LOCAL,
  opening,
  READY,
  ready,
  scene,
  waitingEverywhere,
  waitingLocally,
} from '../../test/waiting-scenes.ts';
import { decide, stepsReached, type WaitingChat } from './decide.ts';

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
