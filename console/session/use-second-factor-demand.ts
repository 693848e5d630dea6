import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listenToSecondFactorDemand, queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/** When the institution begins to require a second factor while somebody works, leads them to where it is added. */
export function useSecondFactorDemand(): void {
  const router = useRouter();

  useEffect(() => {
    const look = async () => {
      if (queryClient.getQueryData(sessionQuery.queryKey)?.mustAddSecondFactor) return;
      await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
      await router.invalidate();
    };
    return listenToSecondFactorDemand(() => void look());
  }, [router]);
}
