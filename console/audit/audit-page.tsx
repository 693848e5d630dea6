import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLine } from './audit-line.tsx';
import styles from './audit-page.module.css';
import type { AuditSearch } from './audit-search.ts';
import { auditQuery } from './queries.ts';

const route = getRouteApi('/staff/audit');

/** Who did what to whom. */
export function AuditPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const log = useInfiniteQuery(auditQuery(search));
  const narrow = (to: AuditSearch) => navigate({ search: to, replace: true });
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <div className={styles.page}>
      <PageHeading title={t('audit.title')} />
      <Text c="dimmed">{t('audit.lead')}</Text>
      <AuditFilters search={search} entries={entries} onChange={narrow} />
      <ListState query={log}>
        {() =>
          entries.length === 0 ? (
            <EmptyNotice title={t('audit.empty')} text={t('audit.empty.text')} />
          ) : (
            <ol className={styles.list} aria-busy={log.isPlaceholderData}>
              {entries.map((entry) => (
                <AuditLine
                  key={entry.id}
                  entry={entry}
                  onActor={(actor) => narrow({ ...search, actor })}
                  onTarget={(target) => narrow({ ...search, target })}
                />
              ))}
            </ol>
          )
        }
      </ListState>
      {log.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={log.isFetchingNextPage}
          onClick={() => log.fetchNextPage()}
        >
          {t('audit.more')}
        </Button>
      )}
    </div>
  );
}
