import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FindField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { LibraryCard } from './library-card.tsx';
import styles from './policies.module.css';
import { pagesQuery } from './queries.ts';
import { FoundPassages } from './search/found-passages.tsx';

const route = getRouteApi('/staff/policies');

const PAUSE_MILLISECONDS = 200;

/** Every page that one may read, and a search over all of them. */
export function PoliciesPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const { q = '' } = route.useSearch();
  const [typed, setTyped] = useState(q);
  const [wanted] = useDebouncedValue(typed.trim(), PAUSE_MILLISECONDS);
  const pages = useInfiniteQuery(pagesQuery);

  useEffect(() => {
    if (wanted !== q) void navigate({ search: wanted === '' ? {} : { q: wanted }, replace: true });
  }, [wanted, q, navigate]);

  return (
    <div className={styles.page}>
      <PageHeading title={t('policies.title')} />
      <Text c="dimmed">{t('policies.lead')}</Text>
      <FindField
        my="md"
        label={t('policies.search')}
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
      {wanted !== '' ? (
        <FoundPassages q={wanted} />
      ) : (
        <ListState query={pages}>
          {({ pages: lists }) => {
            const libraries = lists.flatMap(({ items }) => items);
            if (libraries.length === 0)
              return <EmptyNotice title={t('policies.none')} text={t('policies.none.text')} />;
            return (
              <ul className={styles.list}>
                {libraries.map((library) => (
                  <LibraryCard key={library.institutionId} library={library} />
                ))}
              </ul>
            );
          }}
        </ListState>
      )}
      {wanted === '' && pages.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {t('policies.more')}
        </Button>
      )}
    </div>
  );
}
