import { Button, Group, Text } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { type AccountsSearch, isNarrowed } from '../accounts/accounts-search.ts';
import { NoLibrary } from '../accounts/no-library.tsx';
import { PeopleFilters } from '../accounts/people-filters.tsx';
import { candidatesQuery } from '../accounts/queries.ts';
import { useCoop } from '../use-coop.ts';
import { AddAccountsBar } from './add-accounts-bar.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { PasteUsernames } from './paste-usernames.tsx';
import { useChosen } from './use-chosen.ts';

const route = getRouteApi('/staff/coops/$coopId/accounts/new');
const NONE: readonly CoopCandidate[] = [];

/** Accounts that are not in the co-op yet: ticked, and added together at one level. */
export function AddAccountsTab() {
  const t = useText();
  const { id: coopId } = useCoop();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const list = useInfiniteQuery(candidatesQuery(coopId, search));
  const candidates = useMemo(
    () => list.data?.pages.flatMap(({ items }) => items) ?? NONE,
    [list.data],
  );
  const chosen = useChosen(candidates);
  const [isPasting, setPasting] = useState(false);
  const narrow = (wanted: AccountsSearch) => navigate({ search: wanted, replace: true });
  const { fetchNextPage, hasNextPage, isFetching } = list;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);

  return (
    <>
      <Group justify="space-between" align="flex-start" mb="sm">
        <Text c="dimmed" maw="80ch" style={{ textWrap: 'pretty' }}>
          {t('coops.add.lead')}
        </Text>
        <Button
          variant="default"
          leftSection={<IconClipboardList aria-hidden size={18} stroke={1.6} />}
          onClick={() => setPasting(true)}
        >
          {t('coops.paste')}
        </Button>
      </Group>
      <PeopleFilters search={search} onChange={narrow} />
      <Text size="sm" c="dimmed" role="status" my="sm">
        {list.data && t('coops.accounts.count', { count: list.data.pages[0]?.total ?? 0 })}
      </Text>
      <ListState query={list}>
        {({ pages }) =>
          candidates.length > 0 ? (
            <CandidatesTable
              candidates={candidates}
              total={pages[0]?.total ?? 0}
              chosen={chosen}
              onNearEnd={readOn}
            />
          ) : (
            <NobodyLeft search={search} onClear={() => narrow({})} />
          )
        }
      </ListState>
      {(candidates.length > 0 || chosen.chosen.size > 0) && <AddAccountsBar chosen={chosen} />}
      <PasteUsernames opened={isPasting} onClose={() => setPasting(false)} onFound={chosen.add} />
    </>
  );
}

interface NobodyLeftProps {
  readonly search: AccountsSearch;
  readonly onClear: () => void;
}

function NobodyLeft({ search, onClear }: NobodyLeftProps) {
  const t = useText();
  const { name, rights, institutions } = useCoop();

  if (isNarrowed(search)) {
    return (
      <EmptyNotice title={t('coops.accounts.none')} text={t('coops.accounts.none.text')}>
        <Button variant="default" onClick={onClear}>
          {t('coops.accounts.clear')}
        </Button>
      </EmptyNotice>
    );
  }
  if (institutions.length === 0) return <NoLibrary />;
  const whose = rights.level === 'institutionAdmin' ? 'institution' : 'all';
  return (
    <EmptyNotice title={t('coops.add.empty')} text={t(`coops.add.empty.${whose}`, { name })} />
  );
}
