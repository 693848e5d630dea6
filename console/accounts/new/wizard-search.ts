import { STEPS, type StepName } from './steps.ts';

/** Reads what stands behind `/users/new?`: the step, unless it is the first. */
export function readWizardSearch(search: Readonly<Record<string, unknown>>): { step?: StepName } {
  const step = STEPS.find((name) => name === search.step);
  return step === undefined || step === 'username' ? {} : { step };
}
