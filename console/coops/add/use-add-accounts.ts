import { useMutation } from '@tanstack/react-query';
import {
  addCoopAccounts,
  findCoopCandidates,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { call, isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useUndo } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';
import type { Choosing } from './use-chosen.ts';

interface Batch {
  readonly accountIds: string[];
  readonly level: Level;
}

/**
 * Adds who is ticked, all or none; the notice about it takes the batch back. When somebody else was
 * faster with some of them, the others stay ticked.
 */
export function useAddAccounts({ chosen, replace }: Choosing) {
  const t = useText();
  const { id: coopId } = useCoop();
  const onSettled = useRefreshCoops();
  const undo = useUndo(onSettled);
  const params = { coopId };

  return useMutation({
    mutationFn: (batch: Batch) => call(addCoopAccounts, { params, body: batch }),
    onSuccess: (_, { accountIds, level }) => {
      replace([]);
      const values = { count: accountIds.length, level: t(`coops.level.${level}`) };
      notify(
        t('coops.add.done', values),
        undo(() => call(removeCoopAccounts, { params, body: { accountIds } })),
      );
    },
    onError: async (error) => {
      if (!isProblem(error, 'conflict', 'may_not', 'breaks_rule')) return;
      const usernames = [...chosen.values()].map(({ username }) => username);
      const left = await call(findCoopCandidates, { params, body: { usernames } }).catch(
        () => null,
      );
      if (left) replace(left.found);
    },
    onSettled,
  });
}
