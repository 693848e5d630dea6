import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { WrittenText } from '../../desk/pane/written-text.tsx';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import styles from '../policies.module.css';
import { searchQuery } from '../queries.ts';
import { SnippetCard } from '../read/snippet-card.tsx';

/** What the search found, to read where it stands. */
export function FoundPassages({ q }: { readonly q: string }) {
  const t = useText();
  const found = useInfiniteQuery(searchQuery(q));

  return (
    <ListState query={found}>
      {({ pages }) => {
        const passages = pages.flatMap(({ items }) => items);
        if (passages.length === 0)
          return (
            <EmptyNotice title={t('policies.search.none')} text={t('policies.search.none.text')} />
          );
        return (
          <>
            <Text role="status" size="sm" c="dimmed" mb="sm">
              {t('policies.search.found', { count: passages.length })}
            </Text>
            <ul className={styles.list}>
              {passages.map((passage) => {
                const { institutionId, institutionName, kind, id, title, text } = passage;
                return (
                  <li key={`${institutionId}${id}`} className={styles.card}>
                    <p className={styles.facts}>
                      <Link to="/policies/$institutionId" params={{ institutionId }}>
                        {institutionName}
                      </Link>
                    </p>
                    {kind === 'snippet' ? (
                      <ul className={styles.list}>
                        <SnippetCard snippet={passage} level={2} onInsert={null} />
                      </ul>
                    ) : (
                      <>
                        <h2 className={styles.name}>{title}</h2>
                        <p className={styles.words}>
                          <WrittenText text={text} />
                        </p>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
            {found.hasNextPage && (
              <Button
                mt="md"
                variant="default"
                loading={found.isFetchingNextPage}
                onClick={() => found.fetchNextPage()}
              >
                {t('policies.more')}
              </Button>
            )}
          </>
        );
      }}
    </ListState>
  );
}
