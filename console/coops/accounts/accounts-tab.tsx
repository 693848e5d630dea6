import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { useCoop } from '../use-coop.ts';
import { type AccountsSearch, isNarrowed } from './accounts-search.ts';
import { AccountsTable } from './accounts-table.tsx';
import { EditAccount } from './edit-account.tsx';
import { NoLibrary } from './no-library.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { coopAccountsQuery } from './queries.ts';

const route = getRouteApi('/staff/coops/$coopId/accounts/');
const NONE: readonly CoopAccount[] = [];

/** Everybody of the co-op: found, and where the reader may, given another level or removed. */
export function AccountsTab() {
  const t = useText();
  const { id: coopId, name, institutions } = useCoop();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const list = useInfiniteQuery(coopAccountsQuery(coopId, search));
  const accounts = useMemo(
    () => list.data?.pages.flatMap(({ items }) => items) ?? NONE,
    [list.data],
  );
  const total = list.data?.pages[0]?.total ?? 0;
  const [edited, setEdited] = useState<CoopAccount | null>(null);
  const narrow = (wanted: AccountsSearch) => navigate({ search: wanted, replace: true });
  const { fetchNextPage, hasNextPage, isFetching } = list;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);

  return (
    <>
      <PeopleFilters search={search} withLevel onChange={narrow} />
      <Text size="sm" c="dimmed" role="status" my="sm">
        {list.data && t('coops.accounts.count', { count: total })}
      </Text>
      <ListState query={list}>
        {() =>
          accounts.length > 0 ? (
            <AccountsTable
              accounts={accounts}
              total={total}
              onEdit={setEdited}
              onNearEnd={readOn}
            />
          ) : (
            nobody()
          )
        }
      </ListState>
      <EditAccount account={edited} onClose={() => setEdited(null)} />
    </>
  );

  function nobody() {
    if (isNarrowed(search)) {
      return (
        <EmptyNotice title={t('coops.accounts.none')} text={t('coops.accounts.none.text')}>
          <Button variant="default" onClick={() => narrow({})}>
            {t('coops.accounts.clear')}
          </Button>
        </EmptyNotice>
      );
    }
    if (institutions.length === 0) return <NoLibrary />;
    return (
      <EmptyNotice
        title={t('coops.accounts.empty', { name })}
        text={t('coops.accounts.empty.text')}
      >
        <Button
          renderRoot={(props) => (
            <Link to="/coops/$coopId/accounts/new" params={{ coopId }} {...props} />
          )}
        >
          {t('coops.accounts.tabNew')}
        </Button>
      </EmptyNotice>
    );
  }
}
