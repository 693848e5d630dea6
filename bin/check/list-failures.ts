import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The part of Vitest's JSON report that is read here. */
export type TestReport = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly TestFile[];
};

export type TestFile = {
  /** Absolute path. */
  name: string;
  status: string;
  /** Of an error of the file itself; empty where there is none. */
  message: string;
  assertionResults: readonly TestResult[];
};

export type TestResult = {
  title: string;
  /** Of the groups around it, from the outside in. */
  ancestorTitles: readonly string[];
  status: string;
  /** Stack traces. */
  failureMessages: readonly string[];
};

/** What failed, by the name that one looks it up by, and the lines that say why. */
export type Failure = { name: string; lines: readonly string[] };

/** A test names its groups as it is asked for on the command line. */
const BETWEEN = ' > ';

/**
 * What failed in a run, each test by file and full name.
 *
 * A run can fail where no test did: a file that can't be loaded, an error after the last test, a crash
 * before the first, no test at all. Each is one failure, so that the total never says all is well.
 *
 * @param report undefined when the run wrote none
 * @param root of the repository: paths are told from there
 */
export function listFailures(
  report: TestReport | undefined,
  exitCode: number,
  root: string,
): readonly Failure[] {
  if (report === undefined) return [{ name: 'the run', lines: ['It died before its report.'] }];

  const failures = report.testResults.flatMap((file) => failuresIn(file, root));
  if (failures.length > 0) return failures;
  if (exitCode !== 0)
    return [{ name: 'the run', lines: ['It failed outside of its tests: see its output.'] }];
  if (report.numPassedTests === 0) return [{ name: 'the run', lines: ['No test has passed.'] }];
  return [];
}

function failuresIn(file: TestFile, root: string): readonly Failure[] {
  const name = path.relative(root, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && file.status === 'failed') {
    const reason = file.message === '' ? 'It failed outside of its tests.' : file.message;
    return [{ name, lines: readLines(reason, root) }];
  }
  return failed.map((test) => ({
    name: [name, ...test.ancestorTitles, test.title].join(BETWEEN),
    lines: test.failureMessages.flatMap((trace) => readLines(trace, root)),
  }));
}

/** A trace without colours, and without what others wrote. */
function readLines(trace: string, root: string): readonly string[] {
  return stripVTControlCharacters(trace)
    .replaceAll(`file://${root}${path.sep}`, '')
    .replaceAll(`${root}${path.sep}`, '')
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:|<anonymous>)/.test(line),
    );
}
