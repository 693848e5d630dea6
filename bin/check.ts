// All that must hold before a change is merged: `npm test`, or with the set-up done, `npm run check`.
import { chooseSteps } from './check/choose-steps.ts';
import { formatFailures, formatTable, formatTotal, type Outcome } from './check/outcome.ts';
import { runStep } from './check/run-step.ts';
import type { Step } from './check/steps.ts';

process.chdir(`${import.meta.dirname}/..`);
try {
  await check(chooseSteps(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function check(steps: readonly Step[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}: ${step.says}`);
    outcomes.push(await runStep(step));
  }
  const said = [formatTable(outcomes), formatFailures(outcomes), formatTotal(outcomes)];
  console.log(`\n${said.filter((part) => part !== '').join('\n\n')}`);
  process.exitCode = outcomes.some(({ failures }) => failures.length > 0) ? 1 : 0;
}
