import { redirect } from '@tanstack/react-router';
import { isProblem, queryClient } from '../platform/api/index.ts';
import { sessionQuery } from './use-session.ts';

/**
 * Lets staff pass and sends everybody else to sign in, and from there to where they wanted. Who must add
 * a second factor first is sent to where that is done.
 */
export async function enterAsStaff(wanted: string): Promise<void> {
  const { mustAddSecondFactor } = await readSignedIn(wanted);
  if (mustAddSecondFactor && !wanted.startsWith('/security')) throw redirect({ to: '/security' });
}

async function readSignedIn(wanted: string) {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!isProblem(error, 'not_signed_in')) throw error;
    throw redirect({ to: '/sign-in', search: wanted === '/' ? {} : { to: wanted } });
  }
}
