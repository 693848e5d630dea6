import { getRouteApi } from '@tanstack/react-router';
import { useCoopPlace, useHomePlace } from '../told-chats/told-place.ts';
import { StatisticsPage } from './statistics-page.tsx';

const home = getRouteApi('/staff/statistics');
const coop = getRouteApi('/staff/coops/$coopId/statistics');

/** At the reader’s own site. */
export function HomeStatistics() {
  const navigate = home.useNavigate();
  return (
    <StatisticsPage
      place={useHomePlace()}
      search={home.useSearch()}
      onSearch={(next) => navigate({ search: next, replace: true })}
    />
  );
}

/** On a co-op’s dashboard. */
export function CoopStatistics() {
  const navigate = coop.useNavigate();
  return (
    <StatisticsPage
      place={useCoopPlace()}
      search={coop.useSearch()}
      onSearch={(next) => navigate({ search: next, replace: true })}
    />
  );
}
