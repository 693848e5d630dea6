import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { countTests, type TestReport } from './count-tests.ts';
import type { Outcome } from './outcome.ts';
import type { Step } from './steps.ts';

/** A step that hangs fails after this long, so that the run still ends with its count. */
const LIMIT_MS = 10 * 60 * 1000;
const REPORTS = 'node_modules/.cache/check';

/** Runs one step in the repository's folder, its output straight to the terminal. */
export async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  const counts = 'tests' in step ? await runTests(step.tests) : await runCommand(step.command);
  const seconds = (performance.now() - start) / 1000;
  return { step: step.name, says: step.says, ...counts, seconds };
}

async function runCommand(command: readonly string[]) {
  const exitCode = await run(command);
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

async function runTests(project: string) {
  const file = path.join(REPORTS, `${project}.json`);
  mkdirSync(REPORTS, { recursive: true });
  // Else a run that dies early would be counted by the report of the one before.
  rmSync(file, { force: true });
  const exitCode = await run([
    ...['vitest', 'run', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
  ]);
  return countTests(readReport(file), exitCode);
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns the exit code; 1 where there is none, as after a signal */
function run([program = '', ...args]: readonly string[]): Promise<number> {
  const binaries = path.resolve('node_modules/.bin');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}` },
      timeout: LIMIT_MS,
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}
