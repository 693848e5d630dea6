import { Button, Group, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { ListState } from '../shell/list-state.tsx';
import type { AccountActs } from './list/account-line.tsx';
import { AccountTable } from './list/account-table.tsx';
import { NobodyFound } from './list/nobody-found.tsx';
import { useSelection } from './list/use-selection.ts';
import { UsersFilters } from './list/users-filters.tsx';
import { accountsQuery } from './queries.ts';
import { SelectionBar } from './several/selection-bar.tsx';
import { useRestoreAccounts } from './several/use-restore-accounts.ts';
import { type UserDialog, UserDialogs } from './user-dialogs.tsx';
import styles from './users-page.module.css';
import type { UsersSearch } from './users-search.ts';

const route = getRouteApi('/staff/users');
const NONE: readonly AccountRow[] = [];

/** Everybody whom the reader manages: found, changed, given a password, deleted and brought back. */
export function UsersPage() {
  const t = useText();
  const { role } = useSession();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const list = useInfiniteQuery(accountsQuery(search));
  const accounts = useMemo(
    () => list.data?.pages.flatMap(({ items }) => items) ?? NONE,
    [list.data],
  );
  const total = list.data?.pages[0]?.total ?? 0;
  const selection = useSelection(accounts);
  const { mutate: restore } = useRestoreAccounts();
  const [dialog, setDialog] = useState<UserDialog | null>(null);

  const narrow = (wanted: UsersSearch) => {
    selection.clear();
    void navigate({ search: wanted, replace: true });
  };
  const acts = useMemo<AccountActs>(
    () => ({
      edit: (account) => setDialog({ kind: 'edit', account }),
      setPassword: (account) => setDialog({ kind: 'password', account }),
      restore: ({ id }) => restore([id]),
      tick: selection.tick,
    }),
    [restore, selection.tick],
  );
  const { fetchNextPage, hasNextPage, isFetching } = list;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);

  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t('accounts.title')} />
          <Text c="dimmed">{t(role === 'owner' ? 'accounts.lead.owner' : 'accounts.lead')}</Text>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            component={Link}
            to="/users/import"
            leftSection={<IconFileImport aria-hidden size={18} stroke={1.6} />}
          >
            {t('accounts.files')}
          </Button>
          <Button
            component={Link}
            to="/users/new"
            leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
          >
            {t('accounts.create')}
          </Button>
        </Group>
      </Group>
      <UsersFilters search={search} onChange={narrow} />
      <SelectionBar
        selected={selection.selected}
        shown={accounts.length}
        total={total}
        onChange={() => setDialog({ kind: 'change', accounts: selection.selected })}
        onDelete={() => setDialog({ kind: 'delete', accounts: selection.selected })}
        onRestore={() =>
          restore(
            selection.selected.map(({ id }) => id),
            { onSuccess: selection.clear },
          )
        }
        onClear={selection.clear}
      />
      <ListState query={list}>
        {() =>
          accounts.length === 0 ? (
            <NobodyFound search={search} onClear={() => narrow({})} />
          ) : (
            <AccountTable
              accounts={accounts}
              total={total}
              search={search}
              withInstitution={role === 'owner'}
              isTicked={selection.has}
              allTicked={selection.isWhole}
              acts={acts}
              onTickAll={selection.tickAll}
              onSort={narrow}
              onNearEnd={readOn}
            />
          )
        }
      </ListState>
      <UserDialogs dialog={dialog} onClose={() => setDialog(null)} onDone={selection.clear} />
    </div>
  );
}
