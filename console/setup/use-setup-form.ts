import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../platform/api/index.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';
import { weaknessOf } from '../session/index.ts';
import { type Draft, emptyDraft, keepProgress, keptProgress } from './draft.ts';
import { type Fault, faultsOf, STEPS, stepOf } from './steps.ts';
import type { useCreateInstallation } from './use-create-installation.ts';

export type SetupFields = UseFormReturnType<Draft>;
export type Creating = ReturnType<typeof useCreateInstallation>;

/** Where the reader is in the set-up, what they entered, and how they move on. */
export function useSetupForm(creating: Creating) {
  const t = useText();
  const { language } = useLanguage();
  const [kept] = useState(keptProgress);
  const [step, setStep] = useState(kept?.step ?? 0);
  const form = useForm<Draft>({ initialValues: kept?.draft ?? emptyDraft(language) });
  const fields = useRef<HTMLFieldSetElement>(null);
  const stepName = STEPS[step] ?? 'summary';
  const draft = form.values;

  useEffect(() => keepProgress({ draft, step }), [draft, step]);
  useFirstField(fields, step);

  const show = (faults: readonly Fault[]) => {
    const first = faults[0];
    if (!first) return;
    form.setErrors(Object.fromEntries(faults.map(({ path, says }) => [path, t(says)])));
    setStep(stepOf(first.path));
    focusFault(fields);
  };

  const goOn = () => {
    const faults = faultsOf(stepName, draft);
    if (faults.length > 0) return show(faults);
    form.clearErrors();
    if (stepName !== 'summary') return setStep(step + 1);
    creating.mutate(draft, { onError: (error) => show(refusedFields(error)) });
  };

  return {
    form,
    step,
    stepName,
    fields,
    goOn,
    visit: setStep,
    /** What kept the installation from being made, unless a field says it already. */
    trouble: stepName === 'summary' ? creating.error : null,
  };
}

/** A field that the server refused though this page let it pass: told where it can be changed. */
function refusedFields(error: unknown): Fault[] {
  if (!(error instanceof ApiProblem)) return [];
  return [...error.fields.keys()].map((path) => ({
    path,
    says: weaknessOf(error, path) ?? 'setup.fault.refused',
  }));
}

/** Every step begins at its first field, one without fields at its heading. */
function useFirstField(fields: React.RefObject<HTMLFieldSetElement | null>, step: number): void {
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const field = fields.current?.querySelector<HTMLElement>('input, select');
    const heading = fields.current?.querySelector('legend');
    (field ?? heading)?.focus({ preventScroll: true });
    // The step's title and the way through the steps stand above its first field.
    window.scrollTo(0, 0);
  }, [fields, step]);
}

/** After the errors have been drawn. */
function focusFault(fields: React.RefObject<HTMLFieldSetElement | null>): void {
  requestAnimationFrame(() =>
    fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );
}
