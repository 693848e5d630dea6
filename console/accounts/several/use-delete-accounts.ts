import { useMutation } from '@tanstack/react-query';
import { deleteAccounts, restoreAccounts } from '#protocol/many-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';

/** Deletes accounts, all or none; the notice about it brings them back. */
export function useDeleteAccounts() {
  const t = useText();
  const onSettled = useRefreshAccounts();
  const undo = useUndo(onSettled);

  return useMutation({
    mutationFn: (accountIds: string[]) => call(deleteAccounts, { body: { accountIds } }),
    onSuccess: ({ deleted }, accountIds) =>
      notify(
        t('accounts.deleted', { count: deleted }),
        undo(() => call(restoreAccounts, { body: { accountIds } })),
      ),
    onSettled,
  });
}
