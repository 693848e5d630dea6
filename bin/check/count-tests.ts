import { listFailures, type TestReport } from './list-failures.ts';
import type { Counts } from './outcome.ts';

/**
 * Counts the tests of a run.
 *
 * @param report undefined when the run wrote none
 * @param root of the repository
 */
export function countTests(report: TestReport | undefined, exitCode: number, root: string): Counts {
  return {
    passed: report?.numPassedTests ?? 0,
    failures: listFailures(report, exitCode, root),
    skipped: report ? report.numPendingTests + report.numTodoTests : 0,
  };
}
