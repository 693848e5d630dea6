import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '#protocol/accounts.ts';
import { call, isProblem, queryClient } from '../platform/api/index.ts';
import { useTrouble } from '../platform/notify/index.ts';

/** Signs out on this browser and forgets all that was read. A session that is gone already counts as done. */
export function useSignOut() {
  const navigate = useNavigate();
  const tellTrouble = useTrouble();

  return useMutation({
    mutationFn: async () => {
      try {
        await call(signOut);
      } catch (error) {
        if (!isProblem(error, 'not_signed_in')) throw error;
      }
    },
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: { why: 'signedOut' } });
      queryClient.clear();
    },
    onError: tellTrouble,
  });
}
