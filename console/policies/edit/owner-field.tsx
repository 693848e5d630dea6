import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAccounts } from '#protocol/account-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import type { DraftField } from './draft.ts';

const SUGGESTIONS = 30;
const PAUSE_MILLISECONDS = 200;

interface OwnerFieldProps extends DraftField {
  readonly institutionId: string;
}

/** Somebody of the library, found by name or username. */
export function OwnerField({ draft, onChange, institutionId }: OwnerFieldProps) {
  const t = useText();
  const { ownerId, ownerName } = draft;
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed === ownerName ? '' : typed.trim(), PAUSE_MILLISECONDS);
  const { data } = useQuery({
    queryKey: ['accounts', 'keepers', institutionId, wanted],
    queryFn: ({ signal }) =>
      call(listAccounts, {
        query: { institutionId, limit: SUGGESTIONS, ...(wanted === '' ? {} : { q: wanted }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ id, displayName }) => ({
    value: id,
    label: displayName,
  }));
  const isListed = ownerId === null || found.some(({ value }) => value === ownerId);

  return (
    <Select
      label={t('policies.edit.owner')}
      description={t('policies.edit.owner.hint')}
      placeholder={t('policies.noOwner')}
      searchable
      clearable
      // The server has searched already, by username too.
      filter={({ options }) => options}
      nothingFoundMessage={t('policies.edit.owner.nobody')}
      data={isListed ? found : [{ value: ownerId, label: ownerName }, ...found]}
      value={ownerId}
      onSearchChange={setTyped}
      onChange={(value, option) =>
        onChange(() => ({ ownerId: value, ownerName: option?.label ?? '' }))
      }
    />
  );
}
