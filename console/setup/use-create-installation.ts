import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setUp } from '#protocol/setup.ts';
import { call } from '../platform/api/index.ts';
import { sessionQuery } from '../session/index.ts';
import { type Draft, forgetProgress } from './draft.ts';

/** Makes all that the draft says, or nothing; the owner is signed in afterwards. */
export function useCreateInstallation(token: string) {
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: (draft: Draft) => {
      const { displayName, username, password, email } = draft.owner;
      const owner = { displayName, username, password, ...(email === '' ? {} : { email }) };
      return call(setUp, { body: { ...draft, token, owner } });
    },
    onSuccess: ({ account }) => {
      forgetProgress();
      queryClient.setQueryData(sessionQuery.queryKey, {
        account,
        mustAddSecondFactor: false,
        isToured: false,
      });
      // The link is used up: it need not stay in the address bar.
      window.history.replaceState(window.history.state, '', '/setup');
    },
  });
}
