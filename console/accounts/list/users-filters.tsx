import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { accountState } from '#protocol/account-administration.ts';
import { role } from '#protocol/accounts.ts';
import { institutionsQuery } from '../../institutions/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { queuesQuery } from '../../widgets/queries.ts';
import { WITHIN_PAGE } from '../fields/within-page.ts';
import type { UsersSearch } from '../users-search.ts';
import styles from './users-filters.module.css';

/** Long enough to skip the letters of one word, short enough to feel at once. */
const TYPING_MILLISECONDS = 180;

interface UsersFiltersProps {
  readonly search: UsersSearch;
  readonly onChange: (search: UsersSearch) => void;
}

/** Search as one types, and what else narrows the list. */
export function UsersFilters({ search, onChange }: UsersFiltersProps) {
  const t = useText();
  const { role: ownRole } = useSession();
  const institutions = useQuery({ ...institutionsQuery, enabled: ownRole === 'owner' });
  const queues = useQuery(queuesQuery);

  return (
    <search className={styles.filters}>
      <SearchField search={search} onChange={onChange} />
      {ownRole === 'owner' && (
        <Select
          label={t('accounts.institution')}
          placeholder={t('accounts.filter.all')}
          data={(institutions.data?.items ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          value={search.institution ?? null}
          onChange={(institution) => onChange({ ...search, institution: institution ?? undefined })}
          searchable
          comboboxProps={WITHIN_PAGE}
          clearable
          nothingFoundMessage={t('accounts.nothingFound')}
        />
      )}
      <NativeSelect
        label={t('accounts.role')}
        data={[
          { value: '', label: t('accounts.filter.all') },
          ...[...role.values].map((value) => ({ value, label: t(`accounts.role.${value}`) })),
        ]}
        value={search.role ?? ''}
        onChange={(event) =>
          onChange({ ...search, role: role.safeParse(event.currentTarget.value).data })
        }
      />
      <Select
        label={t('accounts.queue')}
        placeholder={t('accounts.filter.all')}
        data={(queues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.queue ?? null}
        onChange={(queue) => onChange({ ...search, queue: queue ?? undefined })}
        searchable
        comboboxProps={WITHIN_PAGE}
        clearable
        limit={100}
        nothingFoundMessage={t('accounts.nothingFound')}
      />
      <NativeSelect
        label={t('accounts.state')}
        data={[
          { value: '', label: t('accounts.filter.all') },
          ...[...accountState.values].map((value) => ({
            value,
            label: t(`accounts.state.${value}`),
          })),
        ]}
        value={search.state ?? ''}
        onChange={(event) =>
          onChange({ ...search, state: accountState.safeParse(event.currentTarget.value).data })
        }
      />
    </search>
  );
}

function SearchField({ search, onChange }: UsersFiltersProps) {
  const t = useText();
  const [typed, setTyped] = useState(search.q ?? '');
  const narrow = useDebouncedCallback((q: string) => {
    onChange({ ...search, q: q.trim() === '' ? undefined : q.trim() });
  }, TYPING_MILLISECONDS);
  const field = useRef<HTMLInputElement>(null);
  // Filters can be cleared elsewhere on the page; whoever is typing here is not disturbed.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(search.q ?? '');
  }, [search.q]);

  return (
    <TextInput
      ref={field}
      className={styles.search}
      label={t('accounts.search')}
      placeholder={t('accounts.search.hint')}
      leftSection={<IconSearch aria-hidden size={17} stroke={1.6} />}
      type="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        narrow(event.currentTarget.value);
      }}
    />
  );
}
