import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type PolicyPage, restorePolicyVersion, savePolicy } from '#protocol/policies.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useTrouble } from '../../platform/notify/index.ts';
import { POLICIES_KEY, policyQuery } from '../queries.ts';
import type { Draft } from './draft.ts';

/** Saves a page, or an earlier text of it again; the notice takes it back. */
export function useSavePolicy(institutionId: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const show = async (page: PolicyPage) => {
    queryClient.setQueryData(policyQuery(institutionId).queryKey, page);
    await queryClient.invalidateQueries({ queryKey: POLICIES_KEY });
  };
  const restore = ({ version, current }: { version: number; current: number }) =>
    call(restorePolicyVersion, {
      params: { institutionId, version },
      body: { version: current },
    });

  const undoing = useMutation({
    mutationFn: restore,
    onSuccess: (page) => {
      notify(t('shell.undone'));
      return show(page);
    },
    onError: tellTrouble,
  });
  const tell = (message: string, page: PolicyPage, before: number) =>
    notify(
      message,
      before === 0 || page.version === before
        ? undefined
        : {
            label: t('shell.undo'),
            act: () => undoing.mutate({ version: before, current: page.version }),
          },
    );

  const saving = useMutation({
    mutationFn: ({ draft, mayChooseOwner }: { draft: Draft; mayChooseOwner: boolean }) => {
      const { version, sections, snippets, reviewBy, ownerId } = draft;
      return call(savePolicy, {
        params: { institutionId },
        body: { version, sections, snippets, reviewBy, ...(mayChooseOwner ? { ownerId } : {}) },
      });
    },
    onSuccess: (page, { draft }) => {
      tell(t('policies.edit.saved'), page, draft.version);
      return show(page);
    },
  });
  const restoring = useMutation({
    mutationFn: restore,
    onSuccess: (page, { version, current }) => {
      tell(t('policies.history.restored', { version }), page, current);
      return show(page);
    },
    onError: tellTrouble,
  });
  return { saving, restoring };
}
