import { NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { resolution } from '#protocol/events.ts';
import { ratingValue } from '#protocol/feedback.ts';
import { answerState } from '#protocol/told-chats.ts';
import { WITHIN_PAGE } from '../accounts/fields/within-page.ts';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { queuesQuery } from '../widgets/queries.ts';
import { OperatorFilter } from './operator-filter.tsx';
import styles from './told-filters.module.css';
import type { ToldFiltersProps } from './told-filters-props.ts';

/** Which chats: by queue, people, libraries, rating and how they ended. */
export function WhichFilters(props: ToldFiltersProps) {
  const { search, onChange } = props;
  const t = useText();
  const { queues, homes, answering } = useChoices(props);
  const any = { value: '', label: t('told.any') };

  return (
    <div className={styles.which}>
      <NameFilter
        label={t('told.queue')}
        options={queues}
        value={search.queue}
        onChange={(queue) => onChange({ ...search, queue })}
      />
      <OperatorFilter {...props} />
      {homes.length > 1 && (
        <NameFilter
          label={t('told.library')}
          options={homes}
          value={search.library}
          onChange={(library) => onChange({ ...search, library })}
        />
      )}
      {answering.length > 0 && (
        <NameFilter
          label={t('told.answering')}
          options={answering}
          value={search.answering}
          onChange={(institution) => onChange({ ...search, answering: institution })}
        />
      )}
      <NativeSelect
        label={t('told.rating')}
        data={[
          any,
          ...[...ratingValue.values].map((value) => ({
            value: String(value),
            label: t(`told.rating.${value}`),
          })),
        ]}
        value={String(search.rating ?? '')}
        onChange={(event) =>
          onChange({
            ...search,
            rating: ratingValue.safeParse(Number(event.currentTarget.value)).data,
          })
        }
      />
      <NativeSelect
        label={t('told.state')}
        data={[
          any,
          ...[...answerState.values].map((value) => ({ value, label: t(`told.state.${value}`) })),
        ]}
        value={search.state ?? ''}
        onChange={(event) =>
          onChange({ ...search, state: answerState.safeParse(event.currentTarget.value).data })
        }
      />
      <NativeSelect
        label={t('told.resolution')}
        data={[
          any,
          ...[...resolution.values].map((value) => ({
            value,
            label: t(`told.resolution.${value}`),
          })),
        ]}
        value={search.resolution ?? ''}
        onChange={(event) =>
          onChange({ ...search, resolution: resolution.safeParse(event.currentTarget.value).data })
        }
      />
    </div>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface NameFilterProps {
  readonly label: string;
  readonly options: readonly Named[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function NameFilter({ label, options, value, onChange }: NameFilterProps) {
  const t = useText();
  return (
    <Select
      label={label}
      placeholder={t('told.any')}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchable
      clearable
      limit={100}
      comboboxProps={WITHIN_PAGE}
      nothingFoundMessage={t('told.nothingFound')}
    />
  );
}

/** What there is to choose from: a co-op names its own; at home, whatever the reader can see. */
function useChoices({ place, seen }: ToldFiltersProps) {
  const atHome = place.kind === 'home';
  const queues = useQuery({ ...queuesQuery, enabled: atHome });
  const institutions = useQuery({ ...institutionsQuery, enabled: atHome });
  if (!atHome) {
    const libraries = place.coop.institutions.map(({ institutionId, name }) => ({
      id: institutionId,
      name,
    }));
    return { queues: place.coop.queues, homes: libraries, answering: libraries };
  }
  const known = new Map(institutions.data?.items.map(({ id, name }) => [id, name]));
  for (const { institutionId, institutionName } of seen) known.set(institutionId, institutionName);
  const answering = [...known]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { queues: queues.data?.items ?? [], homes: [], answering };
}
