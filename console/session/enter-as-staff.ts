import { redirect } from '@tanstack/react-router';
import { isProblem, queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/** Lets staff pass and sends everybody else to sign in, and from there to where they wanted. */
export async function enterAsStaff(wanted: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!isProblem(error, 'not_signed_in')) throw error;
    throw redirect({ to: '/sign-in', search: wanted === '/' ? {} : { to: wanted } });
  }
}
