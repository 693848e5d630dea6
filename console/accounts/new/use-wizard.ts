import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession, weaknessOf } from '../../session/index.ts';
import { usernameQuery } from '../queries.ts';
import { type Draft, emptyDraft, keepDraft, keptDraft } from './draft.ts';
import { type Fault, faultsOf, fieldOf, neighbour, type StepName, stepOf } from './steps.ts';
import type { useCreateAccount } from './use-create-account.ts';

export type WizardForm = UseFormReturnType<Draft>;
export type Creating = ReturnType<typeof useCreateAccount>;

const route = getRouteApi('/staff/users/new');

/** Where the reader is in the wizard, what they entered, and how they move. The step stands in the address. */
export function useWizard(creating: Creating) {
  const t = useText();
  const { id: ownId, institutionId } = useSession();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const { step = 'username' } = route.useSearch();
  const [kept] = useState(() => keptDraft(ownId));
  const form = useForm<Draft>({ initialValues: kept ?? emptyDraft(institutionId) });
  const fields = useRef<HTMLFieldSetElement>(null);
  const draft = form.values;
  const isCreated = creating.isSuccess;

  useEffect(() => {
    if (!isCreated) keepDraft(ownId, draft);
  }, [ownId, draft, isCreated]);

  const visit = (wanted: StepName) => {
    void navigate({ search: wanted === 'username' ? {} : { step: wanted } });
  };
  const show = (faults: readonly Fault[]) => {
    const first = faults[0];
    if (!first) return;
    form.setErrors(Object.fromEntries(faults.map(({ path, says }) => [path, t(says)])));
    visit(stepOf(first.path));
    focusFault(fields);
  };
  /** Lost answers keep nobody: the server asks again when the account is made. */
  const isTaken = async () => {
    const query = usernameQuery(draft.username, draft.institutionId);
    const looked = await queryClient.fetchQuery({ ...query, retry: false }).catch(() => null);
    return looked?.free === false;
  };

  const leave = async (to: StepName) => {
    const faults = faultsOf(step, draft);
    if (faults.length > 0) return show(faults);
    if (step === 'username' && (await isTaken())) {
      return show([{ path: 'username', says: 'accounts.fault.taken' }]);
    }
    form.clearErrors();
    visit(to);
  };
  const create = () => {
    const faults = faultsOf('summary', draft);
    if (faults.length > 0) return show(faults);
    creating.mutate(draft, { onError: (error) => show(refusedFields(error)) });
  };

  return {
    form,
    step,
    fields,
    visit,
    goOn: () => (step === 'summary' ? create() : void leave(neighbour(step, 1))),
    goBack: () => visit(neighbour(step, -1)),
    /** Leaves out the steps in between, which are all optional once the first three are done. */
    toSummary: () => void leave('summary'),
    /** What kept the account from being made, unless a field says it already. */
    trouble: hasFields(creating.error) ? null : creating.error,
  };
}

/** Fields that the server refused though this page let them pass: told where they can be changed. */
function refusedFields(error: unknown): Fault[] {
  if (!(error instanceof ApiProblem)) return [];
  return [...error.fields.keys()].map((path) => ({
    path: fieldOf(path),
    says: saysOf(path, error),
  }));
}

function saysOf(path: string, error: ApiProblem): Fault['says'] {
  if (path === 'username' && isProblem(error, 'conflict')) return 'accounts.fault.taken';
  return (path === 'password' ? weaknessOf(error) : null) ?? 'accounts.fault.refused';
}

function hasFields(error: unknown): boolean {
  return error instanceof ApiProblem && error.fields.size > 0;
}

/** After the step and its errors have been drawn. */
function focusFault(fields: React.RefObject<HTMLFieldSetElement | null>): void {
  setTimeout(() => {
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  });
}
