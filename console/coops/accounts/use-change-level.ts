import { useMutation } from '@tanstack/react-query';
import { type CoopAccount, changeCoopAccount } from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

interface Change {
  readonly account: CoopAccount;
  readonly level: Level;
}

/** Gives another level; the notice about it takes it back. */
export function useChangeLevel(coopId: string) {
  const t = useText();
  const onSettled = useRefreshCoops();
  const undo = useUndo(onSettled);
  const mutationFn = ({ account: { accountId }, level }: Change) =>
    call(changeCoopAccount, { params: { coopId, accountId }, body: { level } });

  return useMutation({
    mutationFn,
    onSuccess: (_, { account, level }) =>
      notify(
        t('coops.edit.saved', { username: account.username, level: t(`coops.level.${level}`) }),
        undo(() => mutationFn({ account, level: account.level })),
      ),
    onSettled,
  });
}
