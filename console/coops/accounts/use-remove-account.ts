import { useMutation } from '@tanstack/react-query';
import { addCoopAccounts, type CoopAccount, removeCoopAccount } from '#protocol/coop-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

/** Removes from the co-op; the notice about it adds the account again, at the level that it had. */
export function useRemoveAccount() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const onSettled = useRefreshCoops();
  const undo = useUndo(onSettled);
  const addAgain = ({ accountId, level }: CoopAccount) =>
    call(addCoopAccounts, { params: { coopId }, body: { accountIds: [accountId], level } });

  return useMutation({
    mutationFn: ({ accountId }: CoopAccount) =>
      call(removeCoopAccount, { params: { coopId, accountId } }),
    onSuccess: (_, account) =>
      notify(
        t('coops.removed', { username: account.username, name }),
        undo(() => addAgain(account)),
      ),
    onSettled,
  });
}
