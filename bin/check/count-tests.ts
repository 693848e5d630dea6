/** The part of Vitest's JSON report that is counted here. */
export type TestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type Counts = { passed: number; failed: number; skipped: number };

/**
 * Counts the tests of a run.
 *
 * A run can fail where no test did: a file that can't be loaded, an error after the last test, a crash
 * before the first, no test at all. Each is one failure, so that the total never says all is well.
 *
 * @param report undefined when the run wrote none
 */
export function countTests(report: TestReport | undefined, exitCode: number): Counts {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };

  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles.length;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
