import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChatEvent } from '#protocol/events.ts';
import {
  countWaitingTickets,
  listAssignees,
  listTicketEntries,
  listTickets,
  readTicket,
  readTicketChat,
  type TicketEntry,
} from '#protocol/tickets.ts';
import { call } from '../platform/api/index.ts';
import { shownState, type TicketsSearch } from './tickets-search.ts';

const CHOICES = 20;

/** Everything about tickets, lists and single ones. */
export const TICKETS_KEY = ['tickets'] as const;

export type TicketsFilter = Omit<TicketsSearch, 'ticket'>;

export function ticketsQuery({ state: asked, owner, q, library }: TicketsFilter) {
  const state = shownState({ state: asked, q });
  const filter = { state: state === 'all' ? undefined : state, owner, q, institutionId: library };
  return infiniteQueryOptions({
    queryKey: [...TICKETS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listTickets, { query: { ...filter, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function ticketQuery(ticketId: string) {
  return queryOptions({
    queryKey: [...TICKETS_KEY, 'one', ticketId],
    queryFn: ({ signal }) => call(readTicket, { params: { ticketId }, signal }),
  });
}

/** What the badge counts. */
export const waitingQuery = queryOptions({
  queryKey: [...TICKETS_KEY, 'waiting'],
  queryFn: ({ signal }) => call(countWaitingTickets, { signal }),
});

/** `lastSeq` in the key: a ticket that has moved is read anew. */
export function entriesQuery(ticketId: string, lastSeq: number) {
  return queryOptions({
    queryKey: [...TICKETS_KEY, 'entries', ticketId, lastSeq],
    queryFn: async ({ signal }) => {
      const all: TicketEntry[] = [];
      let cursor: string | undefined;
      do {
        const query = { cursor, limit: 200 };
        const page = await call(listTicketEntries, { params: { ticketId }, query, signal });
        all.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
    placeholderData: keepPreviousData,
  });
}

/** The whole chat that a ticket comes from. It is over and does not change, but for what is said of it. */
export function chatQuery(ticketId: string) {
  return queryOptions({
    queryKey: [...TICKETS_KEY, 'chat', ticketId],
    queryFn: async ({ signal }) => {
      const all: ChatEvent[] = [];
      let more = true;
      while (more) {
        const query = { after: all.at(-1)?.seq ?? 0 };
        const page = await call(readTicketChat, { params: { ticketId }, query, signal });
        all.push(...page.events);
        more = page.more;
      }
      return all;
    },
  });
}

export function assigneesQuery(ticketId: string, q: string) {
  return queryOptions({
    queryKey: [...TICKETS_KEY, 'assignees', ticketId, q],
    queryFn: ({ signal }) =>
      call(listAssignees, {
        params: { ticketId },
        query: { q: q === '' ? undefined : q, limit: CHOICES },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** Tickets of the same library, whatever their state, to merge one into. */
export function otherTicketsQuery(institutionId: string, q: string) {
  return queryOptions({
    queryKey: [...TICKETS_KEY, 'others', institutionId, q],
    queryFn: ({ signal }) =>
      call(listTickets, {
        query: { institutionId, q: q === '' ? undefined : q, limit: CHOICES },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
