import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readContributionSearch } from '../contribution/contribution-search.ts';
import { coopRoute } from '../coops/coop-route.ts';
import { readFeedbackSearch } from '../feedback/feedback-search.ts';
import { loadCode } from '../platform/api/index.ts';
import { readTranscriptsSearch } from '../transcripts/transcripts-search.ts';
import { readToldSearch } from './told-search.ts';

const activityRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/activity',
  component: lazyRouteComponent(
    () => loadCode(() => import('../activity/activity-page.tsx')),
    'ActivityPage',
  ),
});

const adminsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/admins',
  component: lazyRouteComponent(
    () => loadCode(() => import('../activity/coop-admins-page.tsx')),
    'CoopAdminsPage',
  ),
});

const transcriptsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/transcripts',
  validateSearch: readTranscriptsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../transcripts/transcripts-places.tsx')),
    'CoopTranscripts',
  ),
});

const statisticsRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/statistics',
  validateSearch: readToldSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../statistics/statistics-places.tsx')),
    'CoopStatistics',
  ),
});

const feedbackRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/feedback',
  validateSearch: readFeedbackSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../feedback/feedback-places.tsx')),
    'CoopFeedback',
  ),
});

const contributionRoute = createRoute({
  getParentRoute: () => coopRoute,
  path: '/contribution',
  validateSearch: readContributionSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../contribution/contribution-page.tsx')),
    'ContributionPage',
  ),
});

/** The same of one co-op, and what its libraries and the reader gave to it. */
export const toldCoopRoutes = [
  activityRoute,
  adminsRoute,
  transcriptsRoute,
  statisticsRoute,
  feedbackRoute,
  contributionRoute,
] as const;
