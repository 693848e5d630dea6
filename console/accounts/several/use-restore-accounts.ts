import { useMutation } from '@tanstack/react-query';
import { deleteAccounts, restoreAccounts } from '#protocol/many-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../../platform/notify/index.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';

/** Brings deleted accounts back with their assignments, all or none; the notice deletes them again. */
export function useRestoreAccounts() {
  const t = useText();
  const onSettled = useRefreshAccounts();
  const onError = useTrouble();
  const undo = useUndo(onSettled);

  return useMutation({
    mutationFn: (accountIds: string[]) => call(restoreAccounts, { body: { accountIds } }),
    onSuccess: ({ restored }, accountIds) =>
      notify(
        t('accounts.restored', { count: restored }),
        undo(() => call(deleteAccounts, { body: { accountIds } })),
      ),
    onError,
    onSettled,
  });
}
