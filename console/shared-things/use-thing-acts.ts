import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../platform/notify/index.ts';
import type { Thing, ThingDraft, ThingKind } from './thing.ts';

/** Deletes and brings back; the notice about a deletion takes it back. */
export function useThingActs(kind: ThingKind) {
  const t = useText();
  const queryClient = useQueryClient();
  const onError = useTrouble();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: kind.key });

  const restoring = useMutation({
    mutationFn: ({ id }: Pick<Thing, 'id' | 'name'>) => kind.restore(id),
    onSuccess: (_, { name }) => notify(t('things.restored', { name })),
    onError,
    onSettled,
  });
  const removing = useMutation({
    mutationFn: ({ id }: Thing) => kind.remove(id),
    onSuccess: (_, thing) =>
      notify(t('things.deleted', { name: thing.name }), {
        label: t('shell.undo'),
        act: () => restoring.mutate(thing),
      }),
    onError,
    onSettled,
  });
  return { removing, restoring };
}

/** Saves a changed one, or makes a new one when `before` is null. A change can be taken back. */
export function useSaveThing(kind: ThingKind, before: Thing | null) {
  const t = useText();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: kind.key });
  const mutationFn = (draft: ThingDraft) =>
    before ? kind.change(before.id, draft) : kind.create(draft);

  const undo = useUndo(refresh);
  return useMutation({
    mutationFn,
    onSuccess: async (_, { name }) => {
      const goBack = before && undo(() => mutationFn(draftOf(before, before.institutionId)));
      notify(t(before ? 'things.saved' : 'things.made', { name }), goBack ?? undefined);
      await refresh();
    },
  });
}

/** What a form begins with; `home`: whose a new one is. */
export function draftOf(thing: Thing | null, home: string | null): ThingDraft {
  if (!thing) return { name: '', institutionId: home, kind: 'chat' };
  const { name, institutionId, kind = 'chat' } = thing;
  return { name, institutionId, kind };
}
