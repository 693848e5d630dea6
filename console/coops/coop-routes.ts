import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { loadCode, queryClient } from '../platform/api/index.ts';
import { enterAsOwner } from '../session/enter-as-owner.ts';
import { staffRoute } from '../staff-route.ts';
import { toldCoopRoutes } from '../told-chats/coop-routes.ts';
import { readAccountsSearch } from './accounts/accounts-search.ts';
import { coopRoute } from './coop-route.ts';
import { coopQuery } from './queries.ts';

const coopIndexRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/coops/$coopId/activity', params, replace: true });
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

/** Manage Accounts, for those who may; others who followed a link get to the dashboard. */
const accountsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/accounts',
  beforeLoad: async ({ params }) => {
    const { rights } = await queryClient.ensureQueryData(coopQuery(params.coopId));
    if (!rights.mayManageAccounts) throw redirect({ to: '/coops/$coopId', params });
  },
  component: lazyRouteComponent(
    () => loadCode(() => import('./accounts/manage-accounts-page.tsx')),
    'ManageAccountsPage',
  ),
});

const accountsTabRoute = createRoute({
  getParentRoute: () => accountsRoute,
  path: '/',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./accounts/accounts-tab.tsx')),
    'AccountsTab',
  ),
});

const addAccountsTabRoute = createRoute({
  getParentRoute: () => accountsRoute,
  path: '/new',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./add/add-accounts-tab.tsx')),
    'AddAccountsTab',
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/settings',
  beforeLoad: enterAsOwner,
  component: lazyRouteComponent(
    () => loadCode(() => import('./settings/settings-page.tsx')),
    'SettingsPage',
  ),
});

/** All co-ops of the installation, for its owner. */
export const coopsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/coops',
  beforeLoad: enterAsOwner,
  component: lazyRouteComponent(
    () => loadCode(() => import('./owner/coops-page.tsx')),
    'CoopsPage',
  ),
});

/** Everything below a co-op’s dashboard. */
export const coopRoutes = coopRoute.addChildren([
  coopIndexRoute,
  accountsRoute.addChildren([accountsTabRoute, addAccountsTabRoute]),
  settingsRoute,
  levelsRoute,
  ...toldCoopRoutes,
]);
