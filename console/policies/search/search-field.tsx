import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PolicyPassage } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { searchQuery } from '../queries.ts';
import { FoundOption } from './found-option.tsx';
import styles from './search.module.css';
import { useFocusBefore } from './use-focus-before.ts';

interface SearchFieldProps {
  readonly onInsert: ((text: string) => void) | null;
  readonly onClose: () => void;
}

const TYPED_AT_MOST = 100;
/** Between two letters of a word. */
const PAUSE_MILLISECONDS = 150;

/** What is typed, and what fits it. The field keeps the focus and names the active passage. */
export function SearchField({ onInsert, onClose }: SearchFieldProps) {
  const t = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const before = useFocusBefore();
  const [active, setActive] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MILLISECONDS);
  const found = useInfiniteQuery({ ...searchQuery(q), enabled: q !== '' });
  const items = q === '' ? [] : (found.data?.pages.flatMap((page) => page.items) ?? []);
  const isSettled = q === typed.trim() && !found.isPlaceholderData && found.data !== undefined;

  const latest = useRef<((passage: PolicyPassage) => void) | null>(null);
  const choose = (passage: PolicyPassage) => {
    if (passage.kind === 'snippet' && onInsert !== null) {
      before.leave();
      onInsert(passage.text);
      return;
    }
    window.open(`/policies/${passage.institutionId}`, '_blank', 'noopener');
    onClose();
  };
  useEffect(() => {
    latest.current = choose;
  });

  // Enter is meant for what was typed, and waits until that was looked for.
  const wanted = isEntered && isSettled ? items[active] : undefined;
  useEffect(() => {
    if (wanted !== undefined) latest.current?.(wanted);
  }, [wanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') setEntered(typed.trim() !== '');
    else if (items.length === 0) return;
    else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active + items.length - 1) % items.length);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        role="combobox"
        aria-label={t('policies.search')}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
        data-autofocus
        autoFocus
        autoComplete="off"
        maxLength={TYPED_AT_MOST}
        leftSection={<IconSearch aria-hidden size={18} stroke={1.6} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <Text role="status" size="sm" c="dimmed" mt={6}>
        {q === ''
          ? t('policies.search.begin')
          : found.error
            ? sentenceFor(t, found.error)
            : isSettled
              ? items.length === 0
                ? `${t('policies.search.none')}. ${t('policies.search.none.text')}`
                : `${t('policies.search.found', { count: items.length })}. ${t('policies.search.hint')}.`
              : t('shell.loading')}
      </Text>
      <div id={listId} role="listbox" aria-label={t('policies.search')} className={styles.list}>
        {items.map((passage, index) => (
          <FoundOption
            key={`${passage.institutionId}${passage.id}`}
            id={`${listId}-${index}`}
            passage={passage}
            isActive={index === active}
            mayInsert={onInsert !== null}
            onChoose={() => choose(passage)}
          />
        ))}
      </div>
    </>
  );
}
