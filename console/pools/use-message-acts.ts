import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type CannedMessage,
  changePoolMessage,
  createPoolMessage,
  deletePoolMessage,
} from '#protocol/canned-messages.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../platform/notify/index.ts';
import type { MessageWords } from './message-form.tsx';
import { POOL_KIND } from './pool-kind.ts';

interface Change {
  readonly before: MessageWords & Pick<CannedMessage, 'id'>;
  readonly words: MessageWords;
}

/** Adds, changes and deletes the messages of a pool; each notice takes its change back. */
export function useMessageActs(poolId: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const onSettled = async () => {
    await queryClient.invalidateQueries({ queryKey: POOL_KIND.key });
    await queryClient.invalidateQueries({ queryKey: ['canned-messages'] });
  };
  const add = (body: MessageWords) => call(createPoolMessage, { params: { poolId }, body });
  const change = ({ before, words }: Change) =>
    call(changePoolMessage, { params: { poolId, messageId: before.id }, body: words });
  const remove = ({ id }: Pick<CannedMessage, 'id'>) =>
    call(deletePoolMessage, { params: { poolId, messageId: id } });

  const undo = useUndo(onSettled);

  const adding = useMutation({
    mutationFn: add,
    onSuccess: (made) =>
      notify(
        t('things.made', { name: made.title }),
        undo(() => remove(made)),
      ),
    onSettled,
  });
  const changing = useMutation({
    mutationFn: change,
    onSuccess: (_, { before, words }) => {
      const { title, text } = before;
      const back = () => change({ before, words: { title, text } });
      notify(t('things.saved', { name: words.title }), undo(back));
    },
    onSettled,
  });
  const removing = useMutation({
    mutationFn: remove as (message: CannedMessage) => Promise<null>,
    onSuccess: (_, { title, text }) =>
      notify(
        t('pools.messageDeleted', { name: title }),
        undo(() => add({ title, text })),
      ),
    onError: tellTrouble,
    onSettled,
  });
  return { adding, changing, removing };
}
