import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createAccount } from '#protocol/account-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useSession } from '../../session/index.ts';
import { poolsQuery } from '../queries.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';
import { bodyOf, type Draft, forgetDraft } from './draft.ts';

/** Makes the account with all that the draft says, or nothing. */
export function useCreateAccount() {
  const { id: ownId } = useSession();
  const queryClient = useQueryClient();
  const refresh = useRefreshAccounts();

  return useMutation({
    mutationFn: async (draft: Draft) => {
      const { items } = await queryClient.ensureQueryData(poolsQuery);
      const pools = items.filter(
        ({ institutionId }) => institutionId === null || institutionId === draft.institutionId,
      );
      return call(createAccount, {
        body: bodyOf(
          draft,
          pools.map(({ id }) => id),
        ),
      });
    },
    onSuccess: () => {
      forgetDraft(ownId);
      void refresh();
    },
  });
}
