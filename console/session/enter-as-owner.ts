import { redirect } from '@tanstack/react-router';
import { queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/** Lets the owner of the installation pass, below the staff's layout; anybody else gets to the desk. */
export async function enterAsOwner(): Promise<void> {
  const { account } = await queryClient.ensureQueryData(sessionQuery);
  if (account.role !== 'owner') throw redirect({ to: '/' });
}
