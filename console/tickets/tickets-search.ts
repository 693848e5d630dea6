import { type TicketState, ticketState } from '#protocol/ticket-entries.ts';

/** What the list can be narrowed to; `all` is everything. */
export type StateFilter = TicketState | 'all';

export const STATE_FILTERS: readonly StateFilter[] = [...ticketState.values, 'all'];
export const OWNER_FILTERS = ['me', 'none'] as const;

/** What stands behind `/tickets?`. */
export interface TicketsSearch {
  /** Absent: the usual one, see `shownState`. */
  readonly state?: StateFilter | undefined;
  readonly owner?: (typeof OWNER_FILTERS)[number] | undefined;
  readonly q?: string | undefined;
  /** For the owner of the installation: of one library alone. */
  readonly library?: string | undefined;
  /** The one that is read. */
  readonly ticket?: string | undefined;
}

/** New ones, unless another state is asked for; words are looked for in all of them. */
export function shownState({ state, q }: Pick<TicketsSearch, 'state' | 'q'>): StateFilter {
  return state ?? (q === undefined ? 'new' : 'all');
}

/** Passes over what there is not, so that an old or a mistyped address still leads here. */
export function readTicketsSearch(search: Readonly<Record<string, unknown>>): TicketsSearch {
  const state = STATE_FILTERS.find((filter) => filter === search.state);
  const owner = OWNER_FILTERS.find((filter) => filter === search.owner);
  return {
    ...(state && { state }),
    ...(owner && { owner }),
    ...textOf('q', search.q),
    ...textOf('library', search.library),
    ...textOf('ticket', search.ticket),
  };
}

function textOf(name: string, value: unknown) {
  // The router reads a bare number as one.
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? { [name]: text.slice(0, 200) } : {};
}
