import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '../institutions/index.ts';
import { useSession } from '../session/index.ts';
import { todayIn } from './days.ts';

/** The day at the reader’s library, whose time zone the server counts in too. */
export function useToday(): string {
  const { institutionId } = useSession();
  const { data } = useQuery(institutionsQuery);
  const zone = data?.items.find(({ id }) => id === institutionId)?.timeZone;
  return todayIn(zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());
}
