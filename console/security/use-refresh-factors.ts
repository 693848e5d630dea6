import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sessionQuery } from '../session/index.ts';
import { factorsQuery } from './queries.ts';

/** Reads anew which second factors there are, and with that whether the rest of Carrel is open. */
export function useRefreshFactors(): () => Promise<void> {
  const queryClient = useQueryClient();

  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: factorsQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  }, [queryClient]);
}
