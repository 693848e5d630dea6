import { type TicketState, ticketState } from '#protocol/tickets.ts';

/** What the list can be narrowed to; `all` is everything. */
export type QuestionsFilter = TicketState | 'all';

export const FILTERS: readonly QuestionsFilter[] = [...ticketState.values, 'all'];

/** Reads what stands behind `/questions?`: new questions, unless another state is asked for. */
export function readQuestionsSearch(search: Readonly<Record<string, unknown>>): {
  state?: QuestionsFilter;
} {
  const state = FILTERS.find((filter) => filter === search.state);
  return state ? { state } : {};
}
