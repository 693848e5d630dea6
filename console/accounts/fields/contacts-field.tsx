import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { chosenContactsQuery, contactsQuery } from '../queries.ts';
import { takeOnlyOption } from './take-only-option.ts';
import { optionOf, TYPING_MILLISECONDS } from './use-suggestions.ts';
import { WITHIN_PAGE } from './within-page.ts';

interface ContactsFieldProps {
  /** Of the account: its partners in a co-op are offered too. */
  readonly institutionId: string;
  /** Nobody is their own contact. */
  readonly exceptId?: string;
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: ReactNode;
}

/** Colleagues beside those whom one sees anyway. The server searches, since there may be thousands. */
export function ContactsField(props: ContactsFieldProps) {
  const { institutionId, exceptId, value, onChange, error } = props;
  const t = useText();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MILLISECONDS);
  const suggested = useQuery(contactsQuery(institutionId, q)).data?.items ?? [];
  const chosen = useQuery(chosenContactsQuery(institutionId, value)).data?.items ?? [];
  const known = [...chosen, ...suggested];
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
      onKeyDown={takeOnlyOption}
      filter={({ options: found }) => found}
      clearable
      hidePickedOptions
      openOnFocus={false}
      selectFirstOptionOnChange
      nothingFoundMessage={t('accounts.nothingFound')}
    />
  );
}
