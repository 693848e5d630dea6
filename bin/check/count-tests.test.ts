import { expect, test } from 'vitest';
import { countTests } from './count-tests.ts';
import { formatTable, formatTotal } from './outcome.ts';

function report(...files: string[][]) {
  const statuses = files.flat();
  const count = (status: string) => statuses.filter((one) => one === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: 0,
    testResults: files.map((tests) => ({
      status: tests.length === 0 || tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests.map((status) => ({ status })),
    })),
  };
}

test('each test counts', () => {
  const counts = countTests(report(['passed', 'failed', 'skipped'], ['passed']), 1);
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a file that could not be loaded is a failure', () => {
  expect(countTests(report(['passed'], []), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('an error outside of all tests is a failure', () => {
  expect(countTests(report(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('a run that died, or ran nothing, is a failure', () => {
  expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(report(), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests(report(['skipped']), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('the closing line sums up all steps, and the table shows which one failed', () => {
  const outcomes = [
    { step: 'types', says: 'types', passed: 1, failed: 0, skipped: 0, seconds: 1.25 },
    { step: 'unit', says: 'rules', passed: 38, failed: 2, skipped: 0, seconds: 12 },
  ];
  expect(formatTotal(outcomes)).toBe('39 passed, 2 failed');
  expect(formatTable(outcomes).split('\n')).toEqual([
    '  passed  types    1.3 s  1 of 1 (types)',
    '  FAILED  unit    12.0 s  38 of 40 (rules)',
  ]);
});
