import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** Long enough to skip the letters of one word, short enough to feel at once. */
const TYPING_MILLISECONDS = 220;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string | undefined;
  /** What is searched for now; undefined: nothing. */
  readonly value: string | undefined;
  readonly onChange: (q: string | undefined) => void;
}

/** Searches as one types. */
export function SearchField({ label, placeholder, className, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const search = useDebouncedCallback((q: string) => {
    onChange(q.trim() === '' ? undefined : q.trim());
  }, TYPING_MILLISECONDS);
  const field = useRef<HTMLInputElement>(null);
  // A search can be cleared elsewhere on the page; whoever is typing here is not disturbed.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value ?? '');
  }, [value]);

  return (
    <TextInput
      ref={field}
      {...(className === undefined ? {} : { className })}
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch aria-hidden size={17} stroke={1.6} />}
      type="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
