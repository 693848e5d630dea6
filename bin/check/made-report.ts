import type { TestFile, TestReport, TestResult } from './list-failures.ts';

export const ROOT = '/home/somebody/carrel';

/** A file of a run, as its report tells it; `passed` tests that need no name come first. */
export function fileOf(
  name: string,
  { passed = 0, ...told }: Partial<TestFile> & { passed?: number },
): TestFile {
  const unnamed: TestResult[] = Array.from({ length: passed }, (_, n) => ({
    title: `passes ${n}`,
    ancestorTitles: [],
    status: 'passed',
    failureMessages: [],
  }));
  const tests = [...unnamed, ...(told.assertionResults ?? [])];
  const failed = tests.some(({ status }) => status === 'failed');
  return {
    status: failed ? 'failed' : 'passed',
    message: '',
    ...told,
    name: `${ROOT}/${name}`,
    assertionResults: tests,
  };
}

export function reportOf(...files: readonly TestFile[]): TestReport {
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const count = (status: string) => statuses.filter((one) => one === status).length;
  return {
    numPassedTests: count('passed'),
    numPendingTests: count('skipped'),
    numTodoTests: 0,
    testResults: files,
  };
}
