import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import styles from './told-filters.module.css';
import type { ToldSearch } from './told-search.ts';

/** Long enough to skip the letters of one word, short enough to feel at once. */
const TYPING_MILLISECONDS = 220;

interface SearchFieldProps {
  readonly search: ToldSearch;
  readonly onChange: (search: ToldSearch) => void;
}

/** Searches as one types. */
export function SearchField({ search, onChange }: SearchFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState(search.q ?? '');
  const narrow = useDebouncedCallback((q: string) => {
    onChange({ ...search, q: q.trim() === '' ? undefined : q.trim() });
  }, TYPING_MILLISECONDS);
  const field = useRef<HTMLInputElement>(null);
  // Filters can be cleared elsewhere on the page; whoever is typing here is not disturbed.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(search.q ?? '');
  }, [search.q]);

  return (
    <TextInput
      ref={field}
      className={styles.search}
      label={t('told.search')}
      placeholder={t('told.search.hint')}
      leftSection={<IconSearch aria-hidden size={17} stroke={1.6} />}
      type="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        narrow(event.currentTarget.value);
      }}
    />
  );
}
