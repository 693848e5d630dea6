import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Widget } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { queuesQuery, widgetsQuery } from './queries.ts';
import { WidgetCard } from './widget-card.tsx';
import { WidgetDrawer } from './widget-drawer.tsx';
import styles from './widgets-page.module.css';

/** What the library puts on its pages. Operators read, admins and the owner change. */
export function WidgetsPage() {
  const t = useText();
  const { role } = useSession();
  const widgets = useQuery(widgetsQuery);
  const queues = useQuery(queuesQuery);
  const [edited, setEdited] = useState<Widget | 'new' | null>(null);
  const mayEdit = role !== 'operator';

  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t('widgets.title')} />
          <Text c="dimmed">{t(mayEdit ? 'widgets.lead' : 'widgets.leadReadOnly')}</Text>
        </div>
        {mayEdit && (
          <Button
            leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
            onClick={() => setEdited('new')}
          >
            {t('widgets.new')}
          </Button>
        )}
      </Group>
      <ListState query={widgets}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('widgets.empty.title')} text={t('widgets.empty.text')} />
          ) : (
            <Stack component="ul" className={styles.list} gap="md">
              {items.map((widget) => (
                <WidgetCard
                  key={widget.id}
                  widget={widget}
                  queues={queues.data?.items ?? []}
                  onEdit={mayEdit ? () => setEdited(widget) : undefined}
                />
              ))}
            </Stack>
          )
        }
      </ListState>
      <WidgetDrawer
        widget={edited}
        queues={queues.data?.items ?? []}
        onClose={() => setEdited(null)}
      />
    </div>
  );
}
