import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadCode } from '../platform/api/index.ts';
import { enterAsManager } from '../session/enter-as-manager.ts';
import { staffRoute } from '../staff-route.ts';

export const librariesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/libraries',
  beforeLoad: enterAsManager,
  component: lazyRouteComponent(
    () => loadCode(() => import('./libraries-page.tsx')),
    'LibrariesPage',
  ),
});
