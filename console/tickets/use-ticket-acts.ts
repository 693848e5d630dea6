import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  changeTicket,
  mergeTicket,
  type Ticket,
  type TicketState,
  unmergeTicket,
} from '#protocol/tickets.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import { TICKETS_KEY, ticketQuery } from './queries.ts';

export interface TicketChange {
  readonly state?: TicketState;
  readonly ownerId?: string | null;
  readonly email?: string | null;
}

/** Puts what a call answered in place of what is shown, and reads the lists again. */
export function useTakeTicket() {
  const queryClient = useQueryClient();
  return {
    take(ticket: Ticket) {
      queryClient.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      return queryClient.invalidateQueries({ queryKey: [...TICKETS_KEY, 'list'] });
    },
    /** Somebody else was faster: what they did is wanted on the screen. */
    lookAgain: () => queryClient.invalidateQueries({ queryKey: TICKETS_KEY }),
  };
}

/** Changes a ticket; the notice about it takes it back. */
export function useTicketActs(ticket: Ticket) {
  const t = useText();
  const { take, lookAgain } = useTakeTicket();
  const tellTrouble = useTrouble();
  const onError = (error: unknown) => {
    tellTrouble(error);
    void lookAgain();
  };
  const params = { ticketId: ticket.id };

  const undoing = useMutation({
    mutationFn: (body: TicketChange) => call(changeTicket, { params, body }),
    onSuccess: (changed) => {
      notify(t('shell.undone'));
      return take(changed);
    },
    onError,
  });
  const changing = useMutation({
    mutationFn: ({ change }: { change: TicketChange; said: string }) =>
      call(changeTicket, { params, body: { ...change, after: ticket.lastSeq } }),
    onSuccess: (changed, { change, said }) => {
      const before = {
        state: ticket.state,
        ...(change.ownerId !== undefined && { ownerId: ticket.ownerId }),
        ...(change.email !== undefined && { email: ticket.email }),
      };
      notify(said, { label: t('shell.undo'), act: () => undoing.mutate(before) });
      return take(changed);
    },
    onError,
  });
  const unmerging = useMutation({
    mutationFn: () => call(unmergeTicket, { params }),
    onSuccess: (changed) => {
      notify(t('shell.undone'));
      return take(changed);
    },
    onError,
  });
  const merging = useMutation({
    mutationFn: (into: Ticket) => call(mergeTicket, { params, body: { intoId: into.id } }),
    onSuccess: (changed, into) => {
      notify(t('tickets.merged', { number: into.number }), {
        label: t('shell.undo'),
        act: () => unmerging.mutate(),
      });
      return take(changed);
    },
    onError,
  });
  return {
    change: (change: TicketChange, said: string) => changing.mutate({ change, said }),
    merge: (into: Ticket, onDone: () => void) => merging.mutate(into, { onSuccess: onDone }),
    unmerge: () => unmerging.mutate(),
    isBusy: changing.isPending || merging.isPending || unmerging.isPending,
  };
}
