import { useMutation } from '@tanstack/react-query';
import {
  addCoopInstitution,
  type CoopInstitution,
  removeCoopInstitution,
} from '#protocol/coops.ts';
import type { Hours } from '#protocol/hours.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

interface Library {
  readonly id: string;
  readonly name: string;
}

/** Adds a library; the notice about it takes it out again, before anybody of it has a level to lose. */
export function useAddLibrary() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const onSettled = useRefreshCoops();
  const onError = useTrouble();
  const undo = useUndo(onSettled);

  return useMutation({
    mutationFn: ({ id: institutionId }: Library) =>
      call(addCoopInstitution, { params: { coopId, institutionId }, body: {} }),
    onSuccess: (_, { id, name: library }) =>
      notify(
        t('coops.libraries.added', { library, name }),
        undo(() => call(removeCoopInstitution, { params: { coopId, institutionId: id } })),
      ),
    onError,
    onSettled,
  });
}

/** Takes a library out, with the levels of its people. */
export function useRemoveLibrary() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const onSettled = useRefreshCoops();

  return useMutation({
    mutationFn: ({ institutionId }: CoopInstitution) =>
      call(removeCoopInstitution, { params: { coopId, institutionId } }),
    onSuccess: (_, { name: library }) => notify(t('coops.libraries.removed', { library, name })),
    onSettled,
  });
}

interface Coverage {
  readonly library: CoopInstitution;
  /** Null: at any hour. */
  readonly coverage: Hours | null;
}

/** Sets when the co-op answers for a library; the notice about it sets it back. */
export function useSaveCoverage() {
  const t = useText();
  const { id: coopId } = useCoop();
  const onSettled = useRefreshCoops();
  const undo = useUndo(onSettled);
  const mutationFn = ({ library: { institutionId }, coverage }: Coverage) =>
    call(addCoopInstitution, { params: { coopId, institutionId }, body: { coverage } });

  return useMutation({
    mutationFn,
    onSuccess: (_, { library }) =>
      notify(
        t('coops.coverage.saved', { library: library.name }),
        undo(() => mutationFn({ library, coverage: library.coverage })),
      ),
    onSettled,
  });
}
