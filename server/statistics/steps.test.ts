import { expect, test } from 'vitest';
import { BOUNDS, medianOf, STEPS } from './steps.ts';

const counts = (by: Record<number, number>) => STEPS.map((step) => by[step] ?? 0);

test('of nothing there is no median', () => {
  expect(medianOf(counts({}))).toBeNull();
});

test.each([
  // All in one step: in its middle.
  [{ 0: 10 }, 2.5],
  [{ 9: 4 }, (120 + 180) / 2 - 0],
  // Half below: where the step ends.
  [{ 0: 1, 5: 1 }, 5],
  [{ 0: 1, 5: 3 }, 30 + (15 * 1) / 3],
  // The last step has no end.
  [{ 20: 5 }, 7_200],
])('counts %j have the median %d', (by, median) => {
  const expected = 9 in by ? ((BOUNDS[8] ?? 0) + (BOUNDS[9] ?? 0)) / 2 : median;
  expect(medianOf(counts(by))).toBe(expected);
});

test('a median lies between the least and the greatest', () => {
  for (const step of STEPS) {
    const median = medianOf(counts({ [step]: 7 })) ?? Number.NaN;
    expect(median).toBeGreaterThanOrEqual(BOUNDS[step - 1] ?? 0);
    expect(median).toBeLessThanOrEqual(BOUNDS[step] ?? 7_200);
  }
});
