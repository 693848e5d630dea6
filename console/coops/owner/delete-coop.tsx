import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Coop, deleteCoop } from '#protocol/coops.ts';
import { YesNoQuestion } from '../../accounts/yes-no-question.tsx';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

interface DeleteCoopProps {
  readonly coop: Coop;
  readonly onClose: () => void;
}

/** “Delete Night Owls?” It can't be taken back, so it is asked by name and says what goes with it. */
export function DeleteCoop({ coop, onClose }: DeleteCoopProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const refresh = useRefreshCoops();
  const { name } = coop;
  const deleting = useMutation({
    mutationFn: () => call(deleteCoop, { params: { coopId: coop.id } }),
    onSuccess: () => {
      notify(t('coops.deleted', { name }));
      onClose();
    },
    onSettled: () =>
      Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ['queues'] })]),
  });

  return (
    <YesNoQuestion
      title={t('coops.delete.title', { name })}
      isPending={deleting.isPending}
      trouble={deleting.error ? sentenceFor(t, deleting.error) : null}
      onYes={() => deleting.mutate()}
      onNo={onClose}
    >
      <Text>
        {t('coops.all.libraries', { count: coop.institutionCount })} ·{' '}
        {t('coops.accounts.count', { count: coop.accountCount })}
      </Text>
      <Text mt="sm" c="dimmed">
        {t('coops.delete.means')}
      </Text>
    </YesNoQuestion>
  );
}
