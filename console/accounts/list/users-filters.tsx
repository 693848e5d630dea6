import { NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountState } from '#protocol/account-administration.ts';
import { role } from '#protocol/accounts.ts';
import { institutionsQuery } from '../../institutions/index.ts';
import { SearchField } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { queuesQuery } from '../../widgets/queries.ts';
import { WITHIN_PAGE } from '../fields/within-page.ts';
import type { UsersSearch } from '../users-search.ts';
import styles from './users-filters.module.css';

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
      <SearchField
        className={styles.search}
        label={t('accounts.search')}
        placeholder={t('accounts.search.hint')}
        value={search.q}
        onChange={(q) => onChange({ ...search, q })}
      />
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
