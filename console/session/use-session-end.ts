import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listenToSessionEnd, queryClient } from '../platform/api/index.ts';

/** Leads to the sign-in page, saying why, when the session has ended elsewhere. */
export function useSessionEnd(): void {
  const navigate = useNavigate();
  const router = useRouter();

  useEffect(() => {
    const leave = async () => {
      const wanted = router.latestLocation.href;
      if (wanted.startsWith('/sign-in')) return;
      await navigate({ to: '/sign-in', search: { to: wanted, why: 'ended' } });
      queryClient.clear();
    };
    return listenToSessionEnd(() => void leave());
  }, [navigate, router]);
}
