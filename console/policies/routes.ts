import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadCode } from '../platform/api/index.ts';
import { staffRoute } from '../staff-route.ts';
import { readPoliciesSearch, readPolicySearch } from './policies-search.ts';

const policiesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/policies',
  validateSearch: readPoliciesSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('./policies-page.tsx')),
    'PoliciesPage',
  ),
});

const policyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/policies/$institutionId',
  validateSearch: readPolicySearch,
  component: lazyRouteComponent(() => loadCode(() => import('./policy-page.tsx')), 'PolicyPage'),
});

export const policyRoutes = [policiesRoute, policyRoute] as const;
