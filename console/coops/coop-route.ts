import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../platform/api/index.ts';
import { staffRoute } from '../staff-route.ts';
import { CoopDashboard } from './dashboard/coop-dashboard.tsx';
import { CoopFailure } from './dashboard/coop-failure.tsx';
import { coopQuery } from './queries.ts';

/** A co-op’s dashboard: its own bar, and below it the page. Who has no level in it does not find it. */
export const coopRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/coops/$coopId',
  // Before the pages below it, which ask for the reader’s rights.
  beforeLoad: async ({ params }) => {
    await queryClient.ensureQueryData(coopQuery(params.coopId));
  },
  component: CoopDashboard,
  errorComponent: CoopFailure,
});
