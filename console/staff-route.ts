import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { enterAsStaff } from './session/enter-as-staff.ts';
import { AloneFailurePage, AloneLoadingPage } from './shell/alone.tsx';
import { Shell } from './shell/shell.tsx';

export const rootRoute = createRootRoute({ component: Outlet, errorComponent: AloneFailurePage });

/** For routes outside the shell. */
export const alone = { errorComponent: AloneFailurePage, pendingComponent: AloneLoadingPage };

/** All that staff see: signed in, within the shell. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  ...alone,
  beforeLoad: ({ location }) => enterAsStaff(location.href),
  component: Shell,
});
