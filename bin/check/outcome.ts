import type { Failure } from './list-failures.ts';

/** How many checks passed, which failed, and how many were skipped. */
export type Counts = { passed: number; failures: readonly Failure[]; skipped: number };

/** What a step came to, and how long it took. */
export type Outcome = Counts & { step: string; says: string; seconds: number };

/** So many failures are told, each with so many lines: the rest is further up, in the step's output. */
const TOLD = 10;
const LINES_EACH = 6;

/** A line a step, in columns. */
export function formatTable(outcomes: readonly Outcome[]): string {
  const widest = Math.max(...outcomes.map((outcome) => outcome.step.length));
  return outcomes
    .map((outcome) => {
      const failed = outcome.failures.length;
      const mark = failed > 0 ? 'FAILED' : 'passed';
      const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
      const counts = `${outcome.passed} of ${outcome.passed + failed}${skipped}`;
      const seconds = `${outcome.seconds.toFixed(1)} s`.padStart(8);
      return `  ${mark}  ${outcome.step.padEnd(widest)} ${seconds}  ${counts} (${outcome.says})`;
    })
    .join('\n');
}

/** Which checks failed and why, in a few lines each; empty when none did. */
export function formatFailures(outcomes: readonly Outcome[]): string {
  const failures = outcomes.flatMap(({ step, failures }) =>
    failures.map(({ name, lines }) => [
      `  FAILED  ${step}: ${name}`,
      ...lines.slice(0, LINES_EACH).map((line) => `          ${line}`),
    ]),
  );
  const untold = failures.length - TOLD;
  const rest = untold > 0 ? [`  and ${untold} more`] : [];
  return [...failures.slice(0, TOLD).flat(), ...rest].join('\n');
}

/** The closing line, `N passed, N failed`: continuous integration reads it. */
export function formatTotal(outcomes: readonly Outcome[]): string {
  const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
  const failed = outcomes.reduce((total, outcome) => total + outcome.failures.length, 0);
  return `${passed} passed, ${failed} failed`;
}
