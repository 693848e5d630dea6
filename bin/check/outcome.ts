/** What a step came to: how many checks passed, failed, were skipped, and how long it took. */
export type Outcome = {
  step: string;
  says: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
};

/** A line a step, in columns. */
export function formatTable(outcomes: readonly Outcome[]): string {
  const widest = Math.max(...outcomes.map((outcome) => outcome.step.length));
  return outcomes
    .map((outcome) => {
      const mark = outcome.failed > 0 ? 'FAILED' : 'passed';
      const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
      const counts = `${outcome.passed} of ${outcome.passed + outcome.failed}${skipped}`;
      const seconds = `${outcome.seconds.toFixed(1)} s`.padStart(8);
      return `  ${mark}  ${outcome.step.padEnd(widest)} ${seconds}  ${counts} (${outcome.says})`;
    })
    .join('\n');
}

/** The closing line, `N passed, N failed`: continuous integration reads it. */
export function formatTotal(outcomes: readonly Outcome[]): string {
  const sum = (count: 'passed' | 'failed') =>
    outcomes.reduce((total, outcome) => total + outcome[count], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
