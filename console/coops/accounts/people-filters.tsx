import { NativeSelect, Select } from '@mantine/core';
import { level } from '#protocol/levels.ts';
import { WITHIN_PAGE } from '../../accounts/fields/within-page.ts';
import { SearchField } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useCoop } from '../use-coop.ts';
import type { AccountsSearch } from './accounts-search.ts';
import styles from './people-filters.module.css';

interface PeopleFiltersProps {
  readonly search: AccountsSearch;
  /** Candidates have none yet. */
  readonly withLevel?: boolean;
  readonly onChange: (search: AccountsSearch) => void;
}

/** Search as one types, and what else narrows the people of a co-op. */
export function PeopleFilters({ search, withLevel = false, onChange }: PeopleFiltersProps) {
  const t = useText();
  const { institutions, rights } = useCoop();
  // An Institution Admin adds accounts of one institution alone.
  const hasSeveral = withLevel || rights.level !== 'institutionAdmin';

  return (
    <search className={styles.filters}>
      <SearchField
        className={styles.search}
        label={t('coops.accounts.search')}
        placeholder={t('coops.accounts.search.hint')}
        value={search.q}
        onChange={(q) => onChange({ ...search, q })}
      />
      {hasSeveral && (
        <Select
          label={t('coops.accounts.institution')}
          placeholder={t('coops.accounts.all')}
          data={institutions.map(({ institutionId, name }) => ({
            value: institutionId,
            label: name,
          }))}
          value={search.institution ?? null}
          onChange={(institution) => onChange({ ...search, institution: institution ?? undefined })}
          searchable
          clearable
          comboboxProps={WITHIN_PAGE}
          nothingFoundMessage={t('accounts.nothingFound')}
        />
      )}
      {withLevel && (
        <NativeSelect
          label={t('coops.accounts.level')}
          data={[
            { value: '', label: t('coops.accounts.all') },
            ...[...level.values].map((value) => ({ value, label: t(`coops.level.${value}`) })),
          ]}
          value={search.level ?? ''}
          onChange={(event) =>
            onChange({ ...search, level: level.safeParse(event.currentTarget.value).data })
          }
        />
      )}
    </search>
  );
}
