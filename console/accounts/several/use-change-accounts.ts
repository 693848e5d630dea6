import { useMutation } from '@tanstack/react-query';
import { changeManyAccounts, setAssignments } from '#protocol/many-accounts.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';
import { bodyOf, type Changes } from './changes.ts';

/** Changes accounts, all or none; the notice about it sets them back to what they were. */
export function useChangeAccounts(accountIds: string[]) {
  const t = useText();
  const onSettled = useRefreshAccounts();
  const undo = useUndo(onSettled);

  return useMutation({
    mutationFn: (changes: Changes) =>
      call(changeManyAccounts, { body: bodyOf(accountIds, changes) }),
    onSuccess: ({ before }) =>
      notify(
        t('accounts.changed', { count: before.length }),
        undo(() => call(setAssignments, { body: { items: before } })),
      ),
    onSettled,
  });
}
