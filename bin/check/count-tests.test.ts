import { expect, test } from 'vitest';
import { countTests } from './count-tests.ts';
import { fileOf, ROOT, reportOf } from './made-report.ts';

test('each test counts, and each failure', () => {
  const tests = ['failed', 'skipped'].map((status) => ({
    title: status,
    ancestorTitles: [],
    status,
    failureMessages: [],
  }));
  const report = reportOf(
    fileOf('a.test.ts', { passed: 1, assertionResults: tests }),
    fileOf('b.test.ts', { status: 'failed' }),
  );
  expect(countTests(report, 1, ROOT)).toMatchObject({
    passed: 1,
    failures: [{ name: 'a.test.ts > failed' }, { name: 'b.test.ts' }],
    skipped: 1,
  });
});

test('a run without a report counts as one failure', () => {
  expect(countTests(undefined, 0, ROOT)).toMatchObject({
    passed: 0,
    failures: [{ name: 'the run' }],
    skipped: 0,
  });
});
