import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Readable, Writable } from 'node:stream';
import { countTests } from './count-tests.ts';
import type { TestReport } from './list-failures.ts';
import type { Counts, Outcome } from './outcome.ts';
import type { Step } from './steps.ts';

/** A step that hangs fails after this long, so that the run still ends with its count. */
const LIMIT_MS = 10 * 60 * 1000;
const REPORTS = 'node_modules/.cache/check';
/** Every file of tests is a process of its own, which would compile the same libraries again. */
const COMPILED = 'node_modules/.cache/node';

/** Runs one step in the repository's folder, its output straight to the terminal. */
export async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  const counts = 'tests' in step ? await runTests(step.tests) : await runCommand(step.command);
  const seconds = (performance.now() - start) / 1000;
  return { step: step.name, says: step.says, ...counts, seconds };
}

async function runCommand(command: readonly string[]): Promise<Counts> {
  // At a terminal it speaks for itself, in colours.
  const { exitCode, said } = await run(command, process.stdout.isTTY ? 'inherit' : 'pipe');
  if (exitCode === 0) return { passed: 1, failures: [], skipped: 0 };
  return { passed: 0, failures: [{ name: command.join(' '), lines: said }], skipped: 0 };
}

async function runTests(project: string): Promise<Counts> {
  const file = path.join(REPORTS, `${project}.json`);
  mkdirSync(REPORTS, { recursive: true });
  // Else a run that dies early would be counted by the report of the one before.
  rmSync(file, { force: true });
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`];
  const { exitCode } = await run(['vitest', 'run', '--project', project, ...reporters], 'inherit');
  return countTests(readReport(file), exitCode, process.cwd());
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

interface Ended {
  /** 1 where there is none, as after a signal. */
  readonly exitCode: number;
  /** Lines of its errors, or where there are none, of its output; empty if it was not piped. */
  readonly said: readonly string[];
}

function run(
  [program = '', ...args]: readonly string[],
  output: 'inherit' | 'pipe',
): Promise<Ended> {
  const binaries = path.resolve('node_modules/.bin');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', output, output],
      env: {
        ...process.env,
        PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}`,
        NODE_COMPILE_CACHE: path.resolve(COMPILED),
      },
      timeout: LIMIT_MS,
    });
    const told = passOn(child.stdout, process.stdout);
    const errors = passOn(child.stderr, process.stderr);
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    child.once('error', reject);
    // Not at its exit: what it said last may still be on its way.
    child.once('close', (code) => {
      process.off('SIGTERM', stop);
      const said = errors.join('').trim() || told.join('').trim();
      const lines = said.split('\n').filter((line) => line.trim() !== '');
      resolve({ exitCode: code ?? 1, said: lines });
    });
  });
}

/** @returns what comes, piece by piece */
function passOn(from: Readable | null, to: Writable): readonly string[] {
  const pieces: string[] = [];
  from?.setEncoding('utf8').on('data', (piece: string) => {
    pieces.push(piece);
    to.write(piece);
  });
  return pieces;
}
