import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FindField, hasWords } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useLibraryNames } from '../shared-things/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { MessageCard } from './message-card.tsx';
import { MessageForm } from './message-form.tsx';
import { messagesQuery, poolsQuery } from './pool-kind.ts';
import styles from './pool-page.module.css';
import { useMessageActs } from './use-message-acts.ts';

const route = getRouteApi('/staff/pools/$poolId');

/** The messages of one pool: read, searched, and changed where they stand. */
export function PoolPage() {
  const t = useText();
  const { poolId } = route.useParams();
  const nameLibrary = useLibraryNames();
  const pools = useQuery(poolsQuery);
  const messages = useQuery(messagesQuery(poolId));
  const { adding, changing, removing } = useMessageActs(poolId);
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const pool = pools.data?.items.find(({ id }) => id === poolId);
  const mayEdit = pool?.mayEdit ?? false;
  const finish = () => setEdited(null);

  return (
    <div className={styles.page}>
      <Anchor component={Link} to="/pools" size="sm">
        {t('pools.title')}
      </Anchor>
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <PageHeading title={pool?.name ?? t('pools.pool')} />
          <Text c="dimmed">{pool && nameLibrary(pool.institutionId)}</Text>
        </div>
        {mayEdit && (
          <Button
            leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
            onClick={() => setEdited('new')}
          >
            {t('pools.addMessage')}
          </Button>
        )}
      </Group>
      <FindField mb="md" label={t('pools.searchMessages')} value={typed} onChange={setTyped} />
      {edited === 'new' && (
        <div className={styles.new}>
          <MessageForm
            message={null}
            saving={adding}
            onSave={(words) => adding.mutate(words, { onSuccess: finish })}
            onCancel={finish}
          />
        </div>
      )}
      <ListState query={messages}>
        {({ items }) => {
          const found = items.filter(({ title, text }) => hasWords(`${title} ${text}`, typed));
          if (found.length === 0 && edited !== 'new') {
            return items.length === 0 ? (
              <EmptyNotice title={t('pools.noMessages')} text={t('pools.noMessages.text')} />
            ) : (
              <EmptyNotice title={t('things.noneFound')} text={t('things.noneFound.text')} />
            );
          }
          return (
            <ul className={styles.list}>
              {found.map((message) => (
                <MessageCard
                  key={message.id}
                  message={message}
                  isEdited={edited === message.id}
                  mayEdit={mayEdit}
                  saving={changing}
                  onEdit={() => setEdited(message.id)}
                  onSave={(words) =>
                    changing.mutate({ before: message, words }, { onSuccess: finish })
                  }
                  onCancel={finish}
                  onRemove={() => removing.mutate(message)}
                />
              ))}
            </ul>
          );
        }}
      </ListState>
    </div>
  );
}
