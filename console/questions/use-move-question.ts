import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeTicket, type Ticket, type TicketState } from '#protocol/tickets.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import { QUESTIONS_KEY } from './queries.ts';

interface Move {
  readonly ticket: Ticket;
  readonly to: TicketState;
}

/** Puts a question into another state; the notice about it takes it back. */
export function useMoveQuestion() {
  const t = useText();
  const queryClient = useQueryClient();
  const onError = useTrouble();
  const mutationFn = ({ ticket, to }: Move) =>
    call(changeTicket, { params: { ticketId: ticket.id }, body: { state: to } });
  const onSettled = () => queryClient.invalidateQueries({ queryKey: QUESTIONS_KEY });

  const undoing = useMutation({
    mutationFn,
    onSuccess: () => notify(t('shell.undone')),
    onError,
    onSettled,
  });
  return useMutation({
    mutationFn,
    onSuccess: (_, { ticket, to }) =>
      notify(t('questions.moved', { state: t(`questions.state.${to}`) }), {
        label: t('shell.undo'),
        act: () => undoing.mutate({ ticket, to: ticket.state }),
      }),
    onError,
    onSettled,
  });
}
