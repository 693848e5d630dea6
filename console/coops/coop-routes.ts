import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { loadCode } from '../platform/api/index.ts';
import { coopRoute } from './coop-route.ts';

const coopIndexRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/coops/$coopId/levels', params, replace: true });
  },
});

const levelsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/levels',
  component: lazyRouteComponent(
    () => loadCode(() => import('./levels/levels-page.tsx')),
    'LevelsPage',
  ),
});

/** Everything below a co-op’s dashboard. */
export const coopRoutes = coopRoute.addChildren([coopIndexRoute, levelsRoute]);
