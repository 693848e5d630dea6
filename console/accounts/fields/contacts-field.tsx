import { MultiSelect } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { accountQuery } from '../queries.ts';
import { optionOf, useSuggestions } from './use-suggestions.ts';
import { WITHIN_PAGE } from './within-page.ts';

interface ContactsFieldProps {
  /** Nobody is their own contact. */
  readonly exceptId?: string;
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: ReactNode;
}

/** Colleagues beside those whom one sees anyway. The server searches, since there may be thousands. */
export function ContactsField({ exceptId, value, onChange, error }: ContactsFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const suggested = useSuggestions(typed, undefined);
  const chosen = useQueries({ queries: value.map((id) => accountQuery(id)) });
  const known = [...chosen.flatMap(({ data }) => data ?? []), ...suggested];
  const options = new Map(
    known.filter(({ id }) => id !== exceptId).map((account) => [account.id, optionOf(account)]),
  );

  return (
    <MultiSelect
      label={t('accounts.contacts')}
      description={t('accounts.contacts.hint')}
      error={error}
      data={[...options.values()]}
      value={value.filter((id) => options.has(id))}
      onChange={(ids) => onChange([...value.filter((id) => !options.has(id)), ...ids])}
      searchable
      comboboxProps={WITHIN_PAGE}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: found }) => found}
      clearable
      hidePickedOptions
      openOnFocus={false}
      selectFirstOptionOnChange
      nothingFoundMessage={t('accounts.nothingFound')}
    />
  );
}
