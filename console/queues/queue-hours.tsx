import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { QueueDetail } from '#protocol/queue-administration.ts';
import type { Queue } from '#protocol/queues.ts';
import { HoursForm } from '../hours/index.ts';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { queueQuery } from './queue-kind.ts';
import { useSaveHours } from './use-save-hours.ts';

interface QueueHoursProps {
  readonly queue: Pick<Queue, 'id' | 'name'> | null;
  readonly onClose: () => void;
}

/** When a queue is open, where that is not when its library is. */
export function QueueHours({ queue, onClose }: QueueHoursProps) {
  const t = useText();
  const detail = useQuery({ ...queueQuery(queue?.id ?? ''), enabled: queue !== null });

  return (
    <Drawer
      opened={queue !== null}
      onClose={onClose}
      title={queue === null ? '' : t('queues.hours.of', { name: queue.name })}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {queue !== null && (
        <ListState query={detail}>
          {(read) => <HoursOfQueue key={read.id} queue={read} onClose={onClose} />}
        </ListState>
      )}
    </Drawer>
  );
}

function HoursOfQueue({ queue, onClose }: { queue: QueueDetail; onClose: () => void }) {
  const t = useText();
  const institutions = useQuery(institutionsQuery);
  const saving = useSaveHours(queue);
  const home = institutions.data?.items.find(({ id }) => id === queue.institutionId);
  const { timeZone } = home ?? Intl.DateTimeFormat().resolvedOptions();
  const without = queue.coopId === null ? 'asLibrary' : 'always';

  return (
    <HoursForm
      hours={queue.hours}
      timeZone={timeZone}
      always={t(`queues.hours.${without}`)}
      alwaysHint={t(`queues.hours.${without}.hint`)}
      isSaving={saving.isPending}
      trouble={saving.error ? sentenceFor(t, saving.error) : null}
      onSave={(hours) => saving.mutate(hours, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}
