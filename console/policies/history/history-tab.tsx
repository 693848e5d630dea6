import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyPage, PolicyVersion } from '#protocol/policies.ts';
import { useDates, useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { useSavePolicy } from '../edit/use-save-policy.ts';
import styles from '../policies.module.css';
import { versionsQuery } from '../queries.ts';
import { VersionDialog } from './version-dialog.tsx';

/** Every text that was saved: to read, and to bring back. */
export function HistoryTab({ page }: { readonly page: PolicyPage }) {
  const t = useText();
  const { institutionId, version: current } = page;
  const versions = useInfiniteQuery(versionsQuery(institutionId));
  const [read, setRead] = useState<number | null>(null);
  const { restoring } = useSavePolicy(institutionId);
  const restore = (version: number) =>
    restoring.mutate({ version, current }, { onSuccess: () => setRead(null) });

  return (
    <>
      <Text c="dimmed" mb="md">
        {t('policies.history.lead')}
      </Text>
      <ListState query={versions}>
        {({ pages }) => {
          const items = pages.flatMap((list) => list.items);
          if (items.length === 0)
            return (
              <EmptyNotice
                title={t('policies.history.none')}
                text={t('policies.history.none.text')}
              />
            );
          return (
            <ul className={styles.list}>
              {items.map((version) => (
                <VersionCard
                  key={version.version}
                  version={version}
                  isCurrent={version.version === current}
                  onRead={() => setRead(version.version)}
                  onRestore={() => restore(version.version)}
                />
              ))}
            </ul>
          );
        }}
      </ListState>
      {versions.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={versions.isFetchingNextPage}
          onClick={() => versions.fetchNextPage()}
        >
          {t('policies.more')}
        </Button>
      )}
      {read !== null && (
        <VersionDialog
          institutionId={institutionId}
          version={read}
          onRestore={read === current ? null : () => restore(read)}
          onClose={() => setRead(null)}
        />
      )}
    </>
  );
}

interface VersionCardProps {
  readonly version: PolicyVersion;
  readonly isCurrent: boolean;
  readonly onRead: () => void;
  readonly onRestore: () => void;
}

function VersionCard({ version: saved, isCurrent, onRead, onRestore }: VersionCardProps) {
  const t = useText();
  const { moment } = useDates();
  const { version, at, by, restoredFrom } = saved;

  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>{t('policies.history.version', { version })}</h2>
        {isCurrent && <span className={styles.own}>{t('policies.history.now')}</span>}
      </div>
      <p className={styles.facts}>
        {by === null ? moment(at) : t('policies.history.by', { moment: moment(at), name: by })}
        {restoredFrom !== null && ` · ${t('policies.history.from', { version: restoredFrom })}`}
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onRead}>
          {t('policies.history.read', { version })}
        </Button>
        {!isCurrent && (
          <Button variant="default" onClick={onRestore}>
            {t('policies.history.restore', { version })}
          </Button>
        )}
      </Group>
    </li>
  );
}
