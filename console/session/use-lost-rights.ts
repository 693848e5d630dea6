import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listenToLostRights, queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/**
 * When the institution begins to require a second factor while somebody works, leads them to where it is
 * added; when chat access is taken away, closes the desk. Either is read from the session anew.
 */
export function useLostRights(): void {
  const router = useRouter();

  useEffect(() => {
    const look = async () => {
      if (queryClient.getQueryData(sessionQuery.queryKey)?.mustAddSecondFactor) return;
      await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
      await router.invalidate();
    };
    return listenToLostRights(() => void look());
  }, [router]);
}
