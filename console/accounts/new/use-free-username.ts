import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usernameQuery } from '../queries.ts';
import { numberedNames } from './offer-username.ts';

/** More people of one name than this are told apart by hand. */
const TRIED = 6;

/** The first name with a number behind it that nobody has; null until it is found, or where none is. */
export function useFreeUsername(
  username: string,
  institutionId: string,
  isWanted: boolean,
): string | null {
  const queryClient = useQueryClient();
  const found = useQuery({
    queryKey: ['usernames', 'instead-of', username, institutionId],
    queryFn: async () => {
      for (const name of numberedNames(username, TRIED)) {
        const { free } = await queryClient.fetchQuery(usernameQuery(name, institutionId));
        if (free) return name;
      }
      return null;
    },
    enabled: isWanted,
  });
  return isWanted ? (found.data ?? null) : null;
}
