import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AccountDetail, changeAccount } from '#protocol/account-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { sessionQuery } from '../../session/index.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';
import { type AccountDraft, changeOf, draftOf } from './account-draft.ts';

/** Saves what the draft changes, as one change; the notice about it takes it back. */
export function useSaveAccount(account: AccountDetail) {
  const t = useText();
  const refreshAccounts = useRefreshAccounts();
  const queryClient = useQueryClient();
  const refresh = async () => {
    await refreshAccounts();
    const own = queryClient.getQueryData(sessionQuery.queryKey);
    if (own?.account.id === account.id) await queryClient.invalidateQueries(sessionQuery);
  };
  const write = (from: AccountDraft, to: AccountDraft) =>
    call(changeAccount, { params: { accountId: account.id }, body: changeOf(from, to) });

  const undo = useUndo(refresh);
  return useMutation({
    mutationFn: (draft: AccountDraft) => write(draftOf(account), draft),
    onSuccess: (saved) =>
      notify(
        t('accounts.saved', { username: saved.username }),
        undo(() => write(draftOf(saved), draftOf(account))),
      ),
    onSettled: refresh,
  });
}
