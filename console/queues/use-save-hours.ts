import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Hours } from '#protocol/hours.ts';
import { changeQueue, type QueueDetail } from '#protocol/queue-administration.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import { queueQuery, queuesQuery } from './queue-kind.ts';

/** Sets when a queue is open; the notice about it sets it back. */
export function useSaveHours({ id: queueId, name, hours: before }: QueueDetail) {
  const t = useText();
  const queryClient = useQueryClient();
  const onError = useTrouble();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queuesQuery.queryKey });
  const mutationFn = (hours: Hours | null) =>
    call(changeQueue, { params: { queueId }, body: { hours } });
  // A form that is opened again begins with what it finds, so that must be the new.
  const keep = (detail: QueueDetail) =>
    queryClient.setQueryData(queueQuery(queueId).queryKey, detail);
  const undoing = useMutation({
    mutationFn,
    onSuccess: (detail) => {
      keep(detail);
      notify(t('shell.undone'));
    },
    onError,
    onSettled,
  });

  return useMutation({
    mutationFn,
    onSuccess: (detail) => {
      keep(detail);
      notify(t('queues.hours.saved', { name }), {
        label: t('shell.undo'),
        act: () => undoing.mutate(before),
      });
    },
    onSettled,
  });
}
