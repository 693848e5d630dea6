import { parseArgs } from 'node:util';
import { STEPS, type Step } from './steps.ts';

/**
 * The steps that the command line asks for: all of them, `--fast` for those that take seconds,
 * `--only STEP` (repeatable) for single ones.
 *
 * @throws Error with one line for the person at the terminal, on an unknown flag or step.
 */
export function chooseSteps(args: readonly string[]): readonly Step[] {
  const { only, fast } = readFlags(args);
  if (only.length > 0) {
    const stranger = only.find((name) => !STEPS.some((step) => step.name === name));
    if (stranger === undefined) return STEPS.filter((step) => only.includes(step.name));
    throw new Error(
      `There is no step "${stranger}": ${STEPS.map((step) => step.name).join(', ')}.`,
    );
  }
  return fast ? STEPS.filter((step) => !step.slow) : STEPS;
}

function readFlags(args: readonly string[]): { only: string[]; fast: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, fast: { type: 'boolean' } },
    });
    return { only: values.only ?? [], fast: values.fast ?? false };
  } catch (error) {
    const [firstSentence] = error instanceof Error ? error.message.split(/[.'] To |\. /) : [''];
    throw new Error(`${firstSentence}. Usage: bin/check.ts [--fast] [--only STEP]...`, {
      cause: error,
    });
  }
}
