import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFeedbackSearch } from '../feedback/feedback-search.ts';
import { loadCode } from '../platform/api/index.ts';
import { staffRoute } from '../staff-route.ts';
import { readTranscriptsSearch } from '../transcripts/transcripts-search.ts';
import { readToldSearch } from './told-search.ts';

const transcriptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/transcripts',
  validateSearch: readTranscriptsSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../transcripts/transcripts-places.tsx')),
    'HomeTranscripts',
  ),
});

const statisticsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/statistics',
  validateSearch: readToldSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../statistics/statistics-places.tsx')),
    'HomeStatistics',
  ),
});

const feedbackRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/feedback',
  validateSearch: readFeedbackSearch,
  component: lazyRouteComponent(
    () => loadCode(() => import('../feedback/feedback-places.tsx')),
    'HomeFeedback',
  ),
});

/** What is read, counted and thought of chats afterwards, at the reader’s own site. */
export const toldRoutes = [transcriptsRoute, statisticsRoute, feedbackRoute] as const;
