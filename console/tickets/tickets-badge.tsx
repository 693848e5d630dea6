import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { CountBadge } from '../shell/count-badge.tsx';
import { waitingQuery } from './queries.ts';
import { usePace } from './use-pace.ts';

/** How many tickets wait for an answer: one’s own, and those that nobody has taken. */
export function TicketsBadge() {
  const t = useText();
  const { role, chatAccess } = useSession();
  const { data } = useQuery({
    ...waitingQuery,
    enabled: role !== 'operator' || chatAccess,
    refetchInterval: usePace(),
  });
  const count = data?.count ?? 0;
  return <CountBadge count={count} words={t('tickets.waiting', { count })} />;
}
