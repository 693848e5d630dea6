import { expect, test } from 'vitest';
import type { Failure } from './list-failures.ts';
import { formatFailures, formatTable, formatTotal, type Outcome } from './outcome.ts';

const wrongDesk: Failure = { name: 'desk.test.ts > is open', lines: ['Expected 1', '    at desk'] };
const wrongBell: Failure = { name: 'bell.test.ts > rings', lines: [] };

function outcome(step: string, told: Partial<Outcome>): Outcome {
  return { step, says: 'says', passed: 0, failures: [], skipped: 0, seconds: 1.25, ...told };
}

const outcomes = [
  outcome('types', { passed: 1 }),
  outcome('unit', { passed: 38, failures: [wrongDesk, wrongBell], skipped: 3, seconds: 12 }),
];

test('the table shows which step failed', () => {
  expect(formatTable(outcomes).split('\n')).toEqual([
    '  passed  types    1.3 s  1 of 1 (says)',
    '  FAILED  unit    12.0 s  38 of 40, 3 skipped (says)',
  ]);
});

test('the closing line sums up all steps', () => {
  expect(formatTotal(outcomes)).toBe('39 passed, 2 failed');
});

test('each failure is told by its step and name, with why', () => {
  expect(formatFailures(outcomes).split('\n')).toEqual([
    '  FAILED  unit: desk.test.ts > is open',
    '          Expected 1',
    '              at desk',
    '  FAILED  unit: bell.test.ts > rings',
  ]);
  expect(formatFailures([outcome('types', { passed: 1 })])).toBe('');
});

test('of many failures and of long ones only the beginning is told, so that the end stays in sight', () => {
  const long = { name: 'long', lines: Array.from({ length: 50 }, (_, n) => `line ${n}`) };
  const lines = formatFailures([
    outcome('unit', { failures: Array.from({ length: 6 }, () => long) }),
    outcome('faults', { failures: Array.from({ length: 6 }, () => long) }),
  ]).split('\n');
  expect(lines.slice(6, 8)).toEqual(['          line 5', '  FAILED  unit: long']);
  expect(lines.filter((line) => line.includes('FAILED'))).toHaveLength(10);
  expect(lines.at(-1)).toBe('  and 2 more');
});
