import type { ChatEvent } from '#protocol/events.ts';
import type { VisitedPage } from '#protocol/schemas.ts';

export interface Visit {
  readonly page: VisitedPage;
  readonly at: string;
}

/** The pages that the patron had before them since the question, newest first; a reload is no new visit. */
export function pageTrail(events: readonly ChatEvent[]): Visit[] {
  const visits: Visit[] = [];
  for (const event of events) {
    const page = event.kind === 'opened' || event.kind === 'page' ? event.page : undefined;
    if (page !== undefined && page.url !== visits[0]?.page.url)
      visits.unshift({ page, at: event.at });
  }
  return visits;
}
