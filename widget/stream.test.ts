import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import { EMPTY_STREAM, hasGap, ownMessage, receive } from './stream.ts';

const AT = '2026-01-05T09:00:00.000Z';

function message(seq: number): ChatEvent {
  return {
    kind: 'message',
    seq,
    at: AT,
    by: { kind: 'operator', name: 'Sadie' },
    clientId: `client-${seq}`,
    text: `message ${seq}`,
  };
}

/** Each inner list is one frame. */
function play(frames: readonly (readonly number[])[]) {
  return frames.reduce((stream, seqs) => receive(stream, seqs.map(message)), EMPTY_STREAM);
}

describe('the stream', () => {
  test.each([
    { name: 'in order, one frame', frames: [[1, 2, 3]], applied: [1, 2, 3], gap: false },
    { name: 'in order, a frame each', frames: [[1], [2], [3]], applied: [1, 2, 3], gap: false },
    { name: 'a frame repeated', frames: [[1, 2], [1, 2], [3]], applied: [1, 2, 3], gap: false },
    {
      name: 'overlapping frames',
      frames: [
        [1, 2],
        [2, 3],
        [1, 2, 3, 4],
      ],
      applied: [1, 2, 3, 4],
      gap: false,
    },
    { name: 'reordered frames', frames: [[1], [3], [2]], applied: [1, 2, 3], gap: false },
    { name: 'reordered within a frame', frames: [[3, 1, 2]], applied: [1, 2, 3], gap: false },
    { name: 'a frame missing', frames: [[1], [3]], applied: [1], gap: true },
    { name: 'the first missing', frames: [[2, 3]], applied: [], gap: true },
    { name: 'two holes, one filled', frames: [[1], [3], [5], [2]], applied: [1, 2, 3], gap: true },
    {
      name: 'two holes, both filled',
      frames: [[1], [3], [5], [2], [4]],
      applied: [1, 2, 3, 4, 5],
      gap: false,
    },
    { name: 'a held event repeated', frames: [[1], [3], [3], [2]], applied: [1, 2, 3], gap: false },
    { name: 'nothing', frames: [[]], applied: [], gap: false },
  ])('$name', ({ frames, applied, gap }) => {
    const stream = play(frames);
    expect(stream.events.map((event) => event.seq)).toEqual(applied);
    expect(stream.last).toBe(applied.length);
    expect(hasGap(stream)).toBe(gap);
  });

  test('every order of five events gives the same stream', () => {
    const whole = play([[1, 2, 3, 4, 5]]);
    for (const order of permutations([1, 2, 3, 4, 5])) {
      expect(play(order.map((seq) => [seq])).events).toEqual(whole.events);
    }
  });

  test('an acknowledgement stands for one’s own event', () => {
    const stream = receive(play([[1]]), [
      ownMessage({ clientId: 'mine', seq: 2, at: AT }, 'hello'),
    ]);
    expect(stream.events[1]).toMatchObject({
      seq: 2,
      clientId: 'mine',
      text: 'hello',
      by: { kind: 'patron' },
    });
  });

  test('an acknowledgement that overtakes an earlier event is held until that has come', () => {
    const early = receive(play([[1]]), [ownMessage({ clientId: 'mine', seq: 3, at: AT }, 'hello')]);
    expect(early.last).toBe(1);
    expect(hasGap(early)).toBe(true);
    expect(receive(early, [message(2)]).events.map((event) => event.seq)).toEqual([1, 2, 3]);
  });

  test('a repeat changes nothing at all, so that nothing is drawn or read out again', () => {
    const stream = play([[1, 2]]);
    expect(receive(stream, [message(1), message(2)])).toBe(stream);
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
