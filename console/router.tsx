import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readWizardSearch } from './accounts/new/wizard-search.ts';
import { readUsersSearch } from './accounts/users-search.ts';
import { readAssignmentsSearch } from './assignments/assignments-search.ts';
import { readAuditSearch } from './audit/audit-search.ts';
import { coopRoutes, coopsRoute } from './coops/coop-routes.ts';
import { librariesRoute } from './institutions/libraries-route.ts';
import { loadCode } from './platform/api/index.ts';
import { policyRoutes } from './policies/routes.ts';
import { enterAsManager } from './session/enter-as-manager.ts';
import { readSignInSearch } from './session/sign-in-search.ts';
import { AloneNotFoundPage } from './shell/alone.tsx';
import { FailurePage } from './shell/failure-page.tsx';
import { LoadingPage } from './shell/loading-page.tsx';
import { alone, rootRoute, staffRoute } from './staff-route.ts';
import { readTicketsSearch } from './tickets/tickets-search.ts';
import { toldRoutes } from './told-chats/home-routes.ts';

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

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  ...alone,
  component: lazyRouteComponent(
    () => loadCode(() => import('./session/forgot-password-page.tsx')),
    'ForgotPasswordPage',
  ),
});

const forgotUsernameRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-username',
  ...alone,
  component: lazyRouteComponent(
    () => loadCode(() => import('./session/forgot-username-page.tsx')),
    'ForgotUsernamePage',
  ),
});

const passwordLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  ...alone,
  component: lazyRouteComponent(
    () => loadCode(() => import('./session/password-link-page.tsx')),
    'PasswordLinkPage',
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

const ticketsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tickets',
  validateSearch: readTicketsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./tickets/tickets-page.tsx')),
    'TicketsPage',
  ),
});

/** Where tickets stood when they were questions alone: bookmarks still lead there. */
const questionsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/questions',
  validateSearch: readTicketsSearch,
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/tickets', search, replace: true });
  },
});

const securityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/security',
  component: lazyRouteComponent(
    () => loadCode(() => import('./security/security-page.tsx')),
    'SecurityPage',
  ),
});

const usersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/users',
  beforeLoad: enterAsManager,
  validateSearch: readUsersSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./accounts/users-page.tsx')),
    'UsersPage',
  ),
});

const newUserRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/users/new',
  beforeLoad: enterAsManager,
  validateSearch: readWizardSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./accounts/new/create-account-page.tsx')),
    'CreateAccountPage',
  ),
});

const importUsersRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/users/import',
  beforeLoad: enterAsManager,
  component: lazyRouteComponent(
    () => loadCode(() => import('./accounts/files/import-page.tsx')),
    'ImportPage',
  ),
});

const queuesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/queues',
  component: lazyRouteComponent(
    () => loadCode(() => import('./queues/queues-page.tsx')),
    'QueuesPage',
  ),
});

const poolsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/pools',
  component: lazyRouteComponent(
    () => loadCode(() => import('./pools/pools-page.tsx')),
    'PoolsPage',
  ),
});

const poolRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/pools/$poolId',
  component: lazyRouteComponent(() => loadCode(() => import('./pools/pool-page.tsx')), 'PoolPage'),
});

const roomsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/rooms',
  component: lazyRouteComponent(
    () => loadCode(() => import('./rooms/rooms-page.tsx')),
    'RoomsPage',
  ),
});

const assignmentsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assignments',
  validateSearch: readAssignmentsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./assignments/assignments-page.tsx')),
    'AssignmentsPage',
  ),
});

const auditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./audit/audit-page.tsx')),
    'AuditPage',
  ),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    forgotPasswordRoute,
    forgotUsernameRoute,
    passwordLinkRoute,
    setupRoute,
    staffRoute.addChildren([
      deskRoute,
      widgetsRoute,
      ticketsRoute,
      questionsRoute,
      ...policyRoutes,
      usersRoute,
      newUserRoute,
      importUsersRoute,
      securityRoute,
      queuesRoute,
      poolsRoute,
      poolRoute,
      roomsRoute,
      assignmentsRoute,
      auditRoute,
      librariesRoute,
      coopsRoute,
      coopRoutes,
      ...toldRoutes,
    ]),
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
