import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CoopDetail } from '#protocol/coops.ts';
import {
  changeQueue,
  createQueue,
  deleteQueue,
  restoreQueue,
} from '#protocol/queue-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

export type CoopQueue = CoopDetail['queues'][number];

/** A co-op's queue stands in its own list, in that of all queues, and in the chains of widgets. */
function useRefreshQueues(): () => Promise<void> {
  const queryClient = useQueryClient();
  const refreshCoops = useRefreshCoops();
  return useCallback(async () => {
    await Promise.all([refreshCoops(), queryClient.invalidateQueries({ queryKey: ['queues'] })]);
  }, [queryClient, refreshCoops]);
}

/** Makes a queue of the co-op, or gives one another name. */
export function useSaveQueue(queue: CoopQueue | null) {
  const t = useText();
  const { id: coopId } = useCoop();
  const onSettled = useRefreshQueues();

  return useMutation({
    mutationFn: (name: string) =>
      queue
        ? call(changeQueue, { params: { queueId: queue.id }, body: { name } })
        : call(createQueue, { body: { name, kind: 'chat', coopId } }),
    onSuccess: ({ name }) => notify(t(queue ? 'coops.renamed' : 'coops.queues.made', { name })),
    onSettled,
  });
}

/** Deletes a queue; the notice about it brings it back. */
export function useDeleteQueue() {
  const t = useText();
  const onSettled = useRefreshQueues();
  const onError = useTrouble();
  const undo = useUndo(onSettled);

  return useMutation({
    mutationFn: ({ id: queueId }: CoopQueue) => call(deleteQueue, { params: { queueId } }),
    onSuccess: (_, { id, name }) =>
      notify(
        t('coops.queues.deleted', { name }),
        undo(() => call(restoreQueue, { params: { queueId: id } })),
      ),
    onError,
    onSettled,
  });
}
