import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../queries.ts';
import { PolicyAlerts } from './policy-alerts.tsx';

/** A library's alerts beside a chat, whatever else is shown there. */
export function ColumnAlerts({ institutionId }: { readonly institutionId: string }) {
  const { data } = useQuery(policyQuery(institutionId));
  return <PolicyAlerts alerts={data?.alerts ?? []} />;
}
