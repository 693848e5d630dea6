import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { peopleQuery } from './queries.ts';

const TYPING_MILLISECONDS = 150;

interface PersonFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  /** What the log calls it: it may be deleted, or no account at all. */
  readonly name: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** One account of as many as there are; the server searches. */
export function PersonFilter({ label, value, name, onChange }: PersonFilterProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MILLISECONDS);
  // What was chosen stands in the field and is no longer searched for.
  const people = useQuery(peopleQuery(asked.includes(' · ') ? '' : asked));
  const options = new Map(
    people.data?.items.map(({ id, displayName, username }) => [id, `${displayName} · ${username}`]),
  );
  if (value !== undefined && !options.has(value)) options.set(value, name ?? value);

  return (
    <Select
      label={label}
      placeholder={t('audit.anybody')}
      data={[...options].map(([id, text]) => ({ value: id, label: text }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchable
      clearable
      onSearchChange={setTyped}
      filter={({ options: found }) => found}
      nothingFoundMessage={t('audit.nobodyFound')}
    />
  );
}
