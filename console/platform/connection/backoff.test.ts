import { describe, expect, it } from 'vitest';
import { CLOSE } from '#protocol/frames.ts';
import { pauseBefore } from './backoff.ts';
import { meaningOfClose } from './close-meaning.ts';

describe('the pause before the next try', () => {
  it.each([
    { failures: 0, least: 0, most: 250 },
    { failures: 1, least: 500, most: 1_000 },
    { failures: 2, least: 1_000, most: 2_000 },
    { failures: 4, least: 4_000, most: 8_000 },
    { failures: 5, least: 7_500, most: 15_000 },
    { failures: 50, least: 7_500, most: 15_000 },
  ])('after $failures failures lies between $least and $most ms', ({ failures, least, most }) => {
    expect(pauseBefore(failures, 'again', 0)).toBe(least);
    expect(pauseBefore(failures, 'again', 0.999_999)).toBeLessThanOrEqual(most);
    expect(pauseBefore(failures, 'again', 0.999_999)).toBeGreaterThan(most * 0.99);
  });

  it('is long even at first when the server is overrun', () => {
    expect(pauseBefore(0, 'later', 0)).toBe(5_000);
  });
});

describe('the meaning of a close code', () => {
  it.each([
    [CLOSE.notSignedIn, 'signed_out'],
    [CLOSE.mayNot, 'forbidden'],
    [CLOSE.tooMany, 'later'],
    [CLOSE.goingAway, 'at_once'],
    [CLOSE.tooSlow, 'again'],
    [CLOSE.noHello, 'again'],
    [1006, 'again'],
    [1000, 'again'],
  ] as const)('%i is %s', (code, meaning) => {
    expect(meaningOfClose(code)).toBe(meaning);
  });
});
