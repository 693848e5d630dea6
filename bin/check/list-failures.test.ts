import { describe, expect, test } from 'vitest';
import { listFailures } from './list-failures.ts';
import { fileOf, ROOT, reportOf } from './made-report.ts';

test('a failed test is named by its file and its groups, with what was thrown and where', () => {
  const trace = [
    '\u001b[31mAssertionError: expected 1 to be 2\u001b[39m',
    '',
    `    at ${ROOT}/server/desk/desk.test.ts:12:20`,
    `    at file://${ROOT}/node_modules/vitest/runner.js:1:1`,
    '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
  ].join('\n');
  const file = fileOf('server/desk/desk.test.ts', {
    assertionResults: [
      { title: 'is there', ancestorTitles: ['a desk'], status: 'passed', failureMessages: [] },
      { title: 'is open', ancestorTitles: ['a desk'], status: 'failed', failureMessages: [trace] },
    ],
  });
  expect(listFailures(reportOf(file), 1, ROOT)).toEqual([
    {
      name: 'server/desk/desk.test.ts > a desk > is open',
      lines: ['AssertionError: expected 1 to be 2', '    at server/desk/desk.test.ts:12:20'],
    },
  ]);
});

test('a file that could not be loaded is named with its error', () => {
  const broken = fileOf('test/a.test.ts', { status: 'failed', message: 'No such module' });
  expect(listFailures(reportOf(fileOf('b', { passed: 1 }), broken), 1, ROOT)).toEqual([
    { name: 'test/a.test.ts', lines: ['No such module'] },
  ]);
});

test('a file that failed in the end is named, though its tests passed', () => {
  const file = fileOf('test/a.test.ts', { passed: 2, status: 'failed' });
  expect(listFailures(reportOf(file), 1, ROOT)).toEqual([
    { name: 'test/a.test.ts', lines: ['It failed outside of its tests.'] },
  ]);
});

describe('where nothing can be named, it is said', () => {
  test.each([
    ['a run that died', undefined, 0, 'It died before its report.'],
    [
      'an error of nobody',
      reportOf(fileOf('a', { passed: 1 })),
      1,
      'It failed outside of its tests: see its output.',
    ],
    ['a run of nothing', reportOf(), 0, 'No test has passed.'],
  ])('%s', (_, report, exitCode, line) => {
    expect(listFailures(report, exitCode, ROOT)).toEqual([{ name: 'the run', lines: [line] }]);
  });
});

test('a run in which all is well has none', () => {
  expect(listFailures(reportOf(fileOf('a', { passed: 3 })), 0, ROOT)).toEqual([]);
});
