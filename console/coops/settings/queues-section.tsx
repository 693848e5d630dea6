import { ActionIcon, Button, Drawer, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconClock, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { QueueHours } from '../../queues/queue-hours.tsx';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { useCoop } from '../use-coop.ts';
import { QueueForm } from './queue-form.tsx';
import styles from './settings-page.module.css';
import { type CoopQueue, useDeleteQueue } from './use-queues.ts';

/** Through what chats come to the co-op. */
export function QueuesSection() {
  const t = useText();
  const { name, queues } = useCoop();
  const [edited, setEdited] = useState<CoopQueue | 'new' | null>(null);
  const [timed, setTimed] = useState<CoopQueue | null>(null);
  const deleting = useDeleteQueue();
  const close = () => setEdited(null);
  const title = () => {
    if (edited === null || edited === 'new') return t('coops.queues.add');
    return t('coops.rename.of', { name: edited.name });
  };

  return (
    <section className={styles.section}>
      <Title order={2} fz={20}>
        {t('coops.queues')}
      </Title>
      <Text c="dimmed" size="sm">
        {t('coops.queues.hint')}
      </Text>
      {queues.length === 0 ? (
        <div className={styles.none}>
          <EmptyNotice
            title={t('coops.queues.empty')}
            text={t('coops.queues.empty.text', { name })}
          />
        </div>
      ) : (
        <ul className={styles.list}>
          {queues.map((queue) => (
            <li key={queue.id} className={styles.row} data-plain>
              <h3 className={styles.name}>{queue.name}</h3>
              <div className={styles.acts}>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconClock aria-hidden size={16} stroke={1.6} />}
                  onClick={() => setTimed(queue)}
                >
                  {t('queues.hours')}
                  <VisuallyHidden> {queue.name}</VisuallyHidden>
                </Button>
                <ActionIcon
                  variant="default"
                  size={30}
                  aria-label={t('coops.rename.of', { name: queue.name })}
                  onClick={() => setEdited(queue)}
                >
                  <IconPencil aria-hidden size={17} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size={30}
                  c="late"
                  aria-label={t('coops.delete.of', { name: queue.name })}
                  onClick={() => deleting.mutate(queue)}
                >
                  <IconTrash aria-hidden size={17} stroke={1.6} />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
        onClick={() => setEdited('new')}
      >
        {t('coops.queues.add')}
      </Button>
      <Drawer
        opened={edited !== null}
        onClose={close}
        title={title()}
        position="right"
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        {edited !== null && <QueueForm queue={edited === 'new' ? null : edited} onDone={close} />}
      </Drawer>
      <QueueHours queue={timed} onClose={() => setTimed(null)} />
    </section>
  );
}
