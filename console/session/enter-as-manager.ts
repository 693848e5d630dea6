import { redirect } from '@tanstack/react-router';
import { queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/** Lets admins and the owner pass, below the staff's layout; an operator who followed a link gets to the desk. */
export async function enterAsManager(): Promise<void> {
  const { account } = await queryClient.ensureQueryData(sessionQuery);
  if (account.role === 'operator') throw redirect({ to: '/' });
}
