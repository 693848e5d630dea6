import { Button, VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { matrixQuery } from '../assignments/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ThingsPage } from '../shared-things/index.ts';
import { QueueHours } from './queue-hours.tsx';
import { QUEUE_KIND, queuesQuery } from './queue-kind.ts';
import { type StaffedQueue, staffedQueues } from './staffed-queues.ts';

/** A library's entrances, and who staffs them. */
export function QueuesPage() {
  const t = useText();
  const reader = useSession();
  const queues = useQuery(queuesQuery);
  const matrix = useQuery({ ...matrixQuery, enabled: reader.role !== 'operator' });
  const [timed, setTimed] = useState<StaffedQueue | null>(null);
  const data = useMemo(
    () => queues.data && staffedQueues(queues.data.items, matrix.data, reader),
    [queues.data, matrix.data, reader],
  );

  return (
    <>
      <ThingsPage
        kind={QUEUE_KIND}
        query={{ ...queues, data }}
        foreignOwnerOf={({ coopId }) => (coopId === null ? null : t('queues.coop'))}
        factsOf={({ kind, coopId }) =>
          coopId === null ? t(`queues.kind.${kind}`) : t('queues.ofCoop')
        }
        actsOf={(queue) =>
          queue.mayEdit && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconClock aria-hidden size={16} stroke={1.6} />}
              onClick={() => setTimed(queue)}
            >
              {t('queues.hours')}
              <VisuallyHidden> {queue.name}</VisuallyHidden>
            </Button>
          )
        }
      />
      <QueueHours queue={timed} onClose={() => setTimed(null)} />
    </>
  );
}
