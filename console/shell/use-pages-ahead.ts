import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After the page wanted has had its time to load and to be read. */
const DELAY_MILLISECONDS = 3_000;

/** Fetches the code of the other pages in a quiet moment, so that they open even when the network is gone. */
export function usePagesAhead(): void {
  const router = useRouter();

  useEffect(() => {
    const { '/': desk, '/tickets': tickets, '/widgets': widgets } = router.routesByPath;
    const load = () => {
      for (const route of [desk, tickets, widgets]) void router.loadRouteChunk(route);
    };
    const timer = setTimeout(load, DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [router]);
}
