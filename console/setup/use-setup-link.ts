import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkSetupToken } from '#protocol/setup.ts';
import { call } from '../platform/api/index.ts';

/**
 * The token behind the `#` of the one-time link, and whether it still holds. What stands behind a
 * `#` is never sent along with the page's address, so it comes into no log.
 */
export function useSetupLink() {
  const [token] = useState(() => window.location.hash.slice(1));
  const check = useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => call(checkSetupToken, { body: { token }, signal }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { token, check };
}
