import { Button, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { EmptyNotice } from './empty-notice.tsx';
import styles from './list-state.module.css';

export interface ListStateProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching'> & {
    refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}

/** Draws a list that was read; until then its outline, or why it could not be read. Old data outlive an error. */
export function ListState<Data>({ query, children }: ListStateProps<Data>) {
  const t = useText();

  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <EmptyNotice title={t('shell.unread')} text={sentenceFor(t, query.error)}>
        <Button loading={query.isFetching} onClick={() => query.refetch()}>
          {t('shell.tryAgain')}
        </Button>
      </EmptyNotice>
    );
  }
  return (
    <Stack className={styles.outline} role="status">
      <VisuallyHidden>{t('shell.loading')}</VisuallyHidden>
      <Skeleton height={120} radius="lg" animate={false} />
      <Skeleton height={120} radius="lg" animate={false} />
    </Stack>
  );
}
