import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  changeInstitution,
  createInstitution,
  type Institution,
  type InstitutionChange,
} from '#protocol/institutions.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useUndo } from '../platform/notify/index.ts';
import { institutionsQuery } from './index.ts';
import type { LibraryDraft } from './library-draft.ts';

function useRefreshLibraries() {
  const queryClient = useQueryClient();
  return async () => {
    // A co-op shows the names and the zones of its libraries.
    const keys = [institutionsQuery.queryKey, ['coops'], ['accounts']];
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}

/** Changes what is named of a library, and says so by `done`; the notice takes it back. */
export function useChangeLibrary(library: Institution, done: string) {
  const onSettled = useRefreshLibraries();
  const undo = useUndo(onSettled);
  const mutationFn = (change: InstitutionChange) =>
    call(changeInstitution, { params: { institutionId: library.id }, body: change });

  return useMutation({
    mutationFn,
    onSuccess: (_, change) => {
      const before = Object.entries(library).filter(([field]) => field in change);
      notify(
        done,
        undo(() => mutationFn(Object.fromEntries(before))),
      );
    },
    onSettled,
  });
}

/** Adds a library. Libraries are not deleted: what was asked there stays theirs. */
export function useCreateLibrary() {
  const t = useText();
  const onSettled = useRefreshLibraries();

  return useMutation({
    mutationFn: ({ code, name, timeZone, languages }: LibraryDraft) =>
      call(createInstitution, { body: { code, name, timeZone, languages: [...languages] } }),
    onSuccess: ({ name }) => notify(t('libraries.made', { name })),
    onSettled,
  });
}
