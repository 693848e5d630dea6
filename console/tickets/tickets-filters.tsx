import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '../institutions/index.ts';
import { SearchField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './tickets-filters.module.css';
import { OWNER_FILTERS, STATE_FILTERS, shownState, type TicketsSearch } from './tickets-search.ts';

interface TicketsFiltersProps {
  readonly search: TicketsSearch;
  readonly onChange: (search: TicketsSearch) => void;
}

export function TicketsFilters({ search, onChange }: TicketsFiltersProps) {
  const t = useText();
  const isOwner = useSession().role === 'owner';

  return (
    <div className={styles.filters}>
      <SegmentedControl
        className={styles.states}
        aria-label={t('tickets.filter')}
        transitionDuration={0}
        data={STATE_FILTERS.map((value) => ({ value, label: t(`tickets.state.${value}`) }))}
        value={shownState(search)}
        onChange={(value) =>
          onChange({ ...search, state: value === shownState({ q: search.q }) ? undefined : value })
        }
      />
      <SearchField
        className={styles.search}
        label={t('tickets.search')}
        placeholder={t('tickets.search.example')}
        value={search.q}
        onChange={(q) => onChange({ ...search, q })}
      />
      <NativeSelect
        label={t('tickets.owner')}
        data={[
          { value: '', label: t('tickets.owner.any') },
          ...OWNER_FILTERS.map((value) => ({ value, label: t(`tickets.owner.${value}`) })),
        ]}
        value={search.owner ?? ''}
        onChange={({ currentTarget }) =>
          onChange({
            ...search,
            owner: OWNER_FILTERS.find((value) => value === currentTarget.value),
          })
        }
      />
      {isOwner && (
        <LibraryFilter
          value={search.library}
          onChange={(library) => onChange({ ...search, library })}
        />
      )}
    </div>
  );
}

function LibraryFilter(props: {
  readonly value: string | undefined;
  readonly onChange: (library: string | undefined) => void;
}) {
  const t = useText();
  const libraries = useQuery(institutionsQuery);
  return (
    <NativeSelect
      label={t('tickets.library')}
      data={[
        { value: '', label: t('tickets.library.any') },
        ...(libraries.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={props.value ?? ''}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value || undefined)}
    />
  );
}
