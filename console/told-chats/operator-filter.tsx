import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAccounts } from '#protocol/account-administration.ts';
import { listCoopAccounts } from '#protocol/coop-accounts.ts';
import { WITHIN_PAGE } from '../accounts/fields/within-page.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import type { ToldFiltersProps } from './told-filters-props.ts';
import type { ToldPlace } from './told-place.ts';

const TYPING_MILLISECONDS = 150;
const SUGGESTIONS = 20;

/** One who answered: of as many as there are for those who manage them, else of those who are shown. */
export function OperatorFilter({ place, search, seen, onChange }: ToldFiltersProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MILLISECONDS);
  const people = usePeople(place, asked);
  const options = new Map(people);
  for (const { accountId, displayName } of seen) options.set(accountId, displayName);
  const { operator } = search;
  if (operator !== undefined && !options.has(operator))
    options.set(operator, t('told.operator.chosen'));

  return (
    <Select
      label={t('told.operator')}
      placeholder={t('told.any')}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={operator ?? null}
      onChange={(id) => onChange({ ...search, operator: id ?? undefined })}
      searchable
      clearable
      onSearchChange={setTyped}
      comboboxProps={WITHIN_PAGE}
      nothingFoundMessage={t('told.nothingFound')}
    />
  );
}

/** By id, those whom the server finds for what is typed; none for who may list nobody. */
function usePeople(place: ToldPlace, q: string): Map<string, string> {
  const { role } = useSession();
  const coop = place.kind === 'coop' ? place.coop : null;
  const { data } = useQuery({
    queryKey: ['accounts', 'operators', coop?.id ?? 'home', q],
    queryFn: async ({ signal }) => {
      const query = { q: q === '' ? undefined : q, limit: SUGGESTIONS };
      if (coop === null) {
        const { items } = await call(listAccounts, { query, signal });
        return items.map(({ id, displayName }) => [id, displayName] as const);
      }
      const params = { coopId: coop.id };
      const { items } = await call(listCoopAccounts, { params, query, signal });
      return items.map(({ accountId, displayName }) => [accountId, displayName] as const);
    },
    enabled: coop === null ? role !== 'operator' : coop.rights.mayManageAccounts,
    placeholderData: keepPreviousData,
  });
  return new Map(data);
}
