import { getRouteApi } from '@tanstack/react-router';
import { useCoopPlace, useHomePlace } from '../told-chats/told-place.ts';
import { TranscriptsPage } from './transcripts-page.tsx';

const home = getRouteApi('/staff/transcripts');
const coop = getRouteApi('/staff/coops/$coopId/transcripts');

/** At the reader’s own site. */
export function HomeTranscripts() {
  const navigate = home.useNavigate();
  return (
    <TranscriptsPage
      place={useHomePlace()}
      search={home.useSearch()}
      onSearch={(next, push) => navigate({ search: next, replace: !push })}
    />
  );
}

/** On a co-op’s dashboard. */
export function CoopTranscripts() {
  const navigate = coop.useNavigate();
  return (
    <TranscriptsPage
      place={useCoopPlace()}
      search={coop.useSearch()}
      onSearch={(next, push) => navigate({ search: next, replace: !push })}
    />
  );
}
