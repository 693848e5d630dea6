import { describe, expect, test } from 'vitest';
import { chooseSteps } from './choose-steps.ts';
import { STEPS } from './steps.ts';

function names(...args: string[]): string[] {
  return chooseSteps(args).map((step) => step.name);
}

test('without a flag every step runs', () => {
  expect(chooseSteps([])).toEqual(STEPS);
});

test('--fast leaves out the slow steps and no other', () => {
  expect(names('--fast')).toContain('integration');
  expect(names('--fast')).not.toContain('faults');
  expect(names('--fast')).not.toContain('journeys');
});

test('--only runs what it names, in the order of the check', () => {
  expect(names('--only', 'unit', '--only=lint')).toEqual(['lint', 'unit']);
  expect(names('--fast', '--only', 'faults')).toEqual(['faults']);
});

describe('a wrong flag is told in one line', () => {
  test.each([
    [['--only', 'units'], 'There is no step "units": lint, borders,'],
    [['--quick'], "Unknown option '--quick'. Usage: bin/check.ts [--fast] [--only STEP]..."],
    [['unit'], "Unexpected argument 'unit'"],
    [['--only'], "Option '--only <value>' argument missing. Usage:"],
  ])('%j', (args, line) => {
    expect(() => chooseSteps(args)).toThrow(line);
    expect(() => chooseSteps(args)).toThrow(/^[^\n]+$/);
  });
});
