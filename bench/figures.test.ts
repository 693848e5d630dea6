import { expect, test } from 'vitest';
import { median, quantile } from './figures.ts';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('one slow message in a hundred is no matter of the p99, two are', () => {
  const quick = Array<number>(98).fill(1);
  expect(quantile([...quick, 1, 50], 0.99)).toBe(1);
  expect(quantile([...quick, 50, 50], 0.99)).toBe(50);
});

test('of nothing there is no figure', () => {
  expect(median([])).toBeNaN();
  expect(quantile([], 0.5)).toBeNaN();
});
