import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { WITHIN_PAGE } from './within-page.ts';

/** A queue, a pool or a room. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

interface ThingsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly things: readonly Thing[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** More options than this are narrowed by typing. */
const SHOWN = 100;

/**
 * Several of many, by typing a part of the name. Opens when one types or asks with an arrow: with
 * the focus alone, Enter still sends the form. What was chosen elsewhere and is not offered here stays.
 */
export function ThingsField({
  label,
  description,
  error,
  things,
  value,
  onChange,
}: ThingsFieldProps) {
  const t = useText();
  const isOffered = (id: string) => things.some((thing) => thing.id === id);

  return (
    <MultiSelect
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error}
      data={things.map(({ id, name }) => ({ value: id, label: name }))}
      value={value.filter(isOffered)}
      onChange={(ids) => onChange([...value.filter((id) => !isOffered(id)), ...ids])}
      searchable
      comboboxProps={WITHIN_PAGE}
      clearable
      hidePickedOptions
      openOnFocus={false}
      selectFirstOptionOnChange
      limit={SHOWN}
      nothingFoundMessage={t('accounts.nothingFound')}
    />
  );
}
