import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { COOPS_KEY } from './queries.ts';

/** What to do after something of a co-op has changed: all that is known of co-ops is read again. */
export function useRefreshCoops(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: COOPS_KEY }), [queryClient]);
}
