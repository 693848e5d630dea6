import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { loadCode } from './platform/api/index.ts';
import { readQuestionsSearch } from './questions/questions-search.ts';
import { enterAsStaff } from './session/enter-as-staff.ts';
import { readSignInSearch } from './session/sign-in-search.ts';
import { AloneFailurePage, AloneLoadingPage, AloneNotFoundPage } from './shell/alone.tsx';
import { FailurePage } from './shell/failure-page.tsx';
import { LoadingPage } from './shell/loading-page.tsx';
import { Shell } from './shell/shell.tsx';

const rootRoute = createRootRoute({ component: Outlet, errorComponent: AloneFailurePage });

/** For routes outside the shell. */
const alone = { errorComponent: AloneFailurePage, pendingComponent: AloneLoadingPage };

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  ...alone,
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./session/sign-in-page.tsx')),
    'SignInPage',
  ),
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  ...alone,
  component: lazyRouteComponent(
    () => loadCode(() => import('./setup/setup-page.tsx')),
    'SetupPage',
  ),
});

/** All that staff see: signed in, within the shell. */
const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  ...alone,
  beforeLoad: ({ location }) => enterAsStaff(location.href),
  component: Shell,
});

const deskRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: lazyRouteComponent(() => loadCode(() => import('./desk/index.ts')), 'Desk'),
});

const widgetsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/widgets',
  component: lazyRouteComponent(
    () => loadCode(() => import('./widgets/widgets-page.tsx')),
    'WidgetsPage',
  ),
});

const questionsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/questions',
  validateSearch: readQuestionsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./questions/questions-page.tsx')),
    'QuestionsPage',
  ),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    setupRoute,
    staffRoute.addChildren([deskRoute, widgetsRoute, questionsRoute]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: FailurePage,
  defaultNotFoundComponent: AloneNotFoundPage,
  defaultPendingComponent: LoadingPage,
  // Whatever comes within half a second comes without a loading mark in between.
  defaultPendingMs: 500,
  defaultPendingMinMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
