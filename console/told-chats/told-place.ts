import type { CoopDetail } from '#protocol/coops.ts';
import { useCoop } from '../coops/index.ts';
import { useSession } from '../session/index.ts';
import { askedDays, type Days } from './days.ts';
import type { ToldSearch } from './told-search.ts';

/** Where the reader looks at chats: at their own site, or on a co-op’s dashboard. */
export type ToldPlace =
  | { readonly kind: 'home'; readonly institutionId: string }
  | { readonly kind: 'coop'; readonly coop: CoopDetail };

export function useHomePlace(): ToldPlace {
  const { institutionId } = useSession();
  return { kind: 'home', institutionId };
}

export function useCoopPlace(): ToldPlace {
  return { kind: 'coop', coop: useCoop() };
}

/** The filter of the contract that fits the address. */
export function filterOf(search: ToldSearch, place: ToldPlace, days: Days) {
  return {
    scope: scopeOf(search, place),
    // Answered by the reader, and through this co-op.
    coopId: search.scope === 'mine' && place.kind === 'coop' ? place.coop.id : undefined,
    ...askedDays(days),
    q: search.q,
    queueId: search.queue,
    operatorId: search.operator,
    institutionId: search.library,
    answeringInstitutionId: search.answering,
    rating: search.rating,
    state: search.state,
    resolution: search.resolution,
  };
}

function scopeOf(search: ToldSearch, place: ToldPlace): string {
  if (search.scope === 'mine') return 'mine';
  if (place.kind === 'coop') return `coop:${place.coop.id}`;
  return `institution:${search.of ?? place.institutionId}`;
}
