import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WITHIN_PAGE } from '../../accounts/fields/within-page.ts';
import { useText } from '../../platform/i18n/index.ts';
import { firstAdminsQuery } from './queries.ts';

const TYPING_MILLISECONDS = 180;

interface FirstAdminFieldProps {
  readonly institutionIds: readonly string[];
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
}

/** An account of one of the chosen libraries, found by typing. */
export function FirstAdminField({ institutionIds, value, onChange }: FirstAdminFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, TYPING_MILLISECONDS);
  const people = useQuery(firstAdminsQuery(q, institutionIds));
  const data = (people.data ?? []).map(({ id, displayName, username, institutionName }) => ({
    value: id,
    label: `${displayName} (${username}), ${institutionName}`,
  }));

  return (
    <Select
      label={t('coops.create.admin')}
      description={t(
        institutionIds.length === 0 ? 'coops.create.admin.first' : 'coops.create.admin.hint',
      )}
      disabled={institutionIds.length === 0}
      data={data}
      // The server has found them by more than their label shows.
      filter={({ options }) => options}
      searchable
      clearable
      comboboxProps={WITHIN_PAGE}
      nothingFoundMessage={t('accounts.nothingFound')}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      onSearchChange={(text) => setTyped(data.some(({ label }) => label === text) ? '' : text)}
    />
  );
}
