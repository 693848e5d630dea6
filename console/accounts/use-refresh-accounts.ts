import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ACCOUNTS_KEY } from './queries.ts';

/** What to do after accounts have changed: they are read again, and so is what counts its members. */
export function useRefreshAccounts(): () => Promise<void> {
  const queryClient = useQueryClient();

  return useCallback(async () => {
    const keys = [ACCOUNTS_KEY, ['queues'], ['pools'], ['rooms'], ['assignments'], ['usernames']];
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  }, [queryClient]);
}
