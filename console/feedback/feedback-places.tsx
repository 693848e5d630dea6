import { getRouteApi } from '@tanstack/react-router';
import { useCoopPlace, useHomePlace } from '../told-chats/told-place.ts';
import { FeedbackPage } from './feedback-page.tsx';

const home = getRouteApi('/staff/feedback');
const coop = getRouteApi('/staff/coops/$coopId/feedback');

/** At the reader’s own site. */
export function HomeFeedback() {
  const navigate = home.useNavigate();
  return (
    <FeedbackPage
      place={useHomePlace()}
      search={home.useSearch()}
      onSearch={(next) => navigate({ search: next, replace: true })}
    />
  );
}

/** On a co-op’s dashboard. */
export function CoopFeedback() {
  const navigate = coop.useNavigate();
  return (
    <FeedbackPage
      place={useCoopPlace()}
      search={coop.useSearch()}
      onSearch={(next) => navigate({ search: next, replace: true })}
    />
  );
}
