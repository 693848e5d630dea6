import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type CannedMessage, searchCannedMessages } from '#protocol/canned-messages.ts';
import { call } from '../../../platform/api/index.ts';
import { replaceWord, slashWordAt, withSlash } from './slash-word.ts';

/** Long enough to type several words from one list; a coordinator's change comes with the next chat. */
const FRESH_MILLISECONDS = 60_000;
/** Characters that the search takes. */
const TYPED_AT_MOST = 100;

function cannedQuery(typed: string) {
  return queryOptions({
    queryKey: ['canned-messages', typed],
    queryFn: ({ signal }) => call(searchCannedMessages, { query: { q: typed }, signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MILLISECONDS,
  });
}

export interface CannedList {
  readonly isOpen: boolean;
  readonly items: readonly CannedMessage[];
  readonly active: number;
  readonly activate: (index: number) => void;
  readonly choose: (message: CannedMessage) => void;
  readonly close: () => void;
  /** For a button: begins a word with a slash where the caret is. */
  readonly begin: () => void;
  readonly onCaret: (caret: number) => void;
  /** Answers whether the key was the list's, and is used up. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
}

/** Canned messages that fit the word with a slash at the caret. */
export function useCannedList(
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
): CannedList {
  const [caret, setCaret] = useState(text.length);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState({ typed: '', index: 0 });
  const wanted = useRef<number | null>(null);
  const word = slashWordAt(text, caret);
  const isAsked = word !== null && word.start !== closedAt && word.typed.length <= TYPED_AT_MOST;
  const typed = isAsked ? word.typed : '';
  const found = useQuery({ ...cannedQuery(typed), enabled: isAsked });
  const items = isAsked ? (found.data?.items ?? []) : [];
  const isOpen = items.length > 0;
  // Another word begins at the top again.
  const active = chosen.typed === typed ? Math.min(chosen.index, items.length - 1) : 0;
  const activate = (index: number) => setChosen({ typed, index });

  // The caret can be put only where the text is already.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  const write = (written: { text: string; caret: number }) => {
    wanted.current = written.caret;
    setCaret(written.caret);
    onText(written.text);
  };
  const choose = (message: CannedMessage) => {
    if (word) write(replaceWord(text, word, message.text));
  };
  const close = () => setClosedAt(word?.start ?? null);
  /** A slash that led to nothing goes too, or the next Enter sends it to the patron. */
  const dismiss = () => {
    if (word?.typed === '') write(replaceWord(text, word, ''));
    else close();
  };

  const takesKey = ({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean => {
    if (!isAsked || nativeEvent.isComposing) return false;
    const isChoice = (key === 'Enter' && !shiftKey) || (key === 'Tab' && !shiftKey && isOpen);
    // Until the answer for this word is there, the patron must not get "/hours".
    if (isChoice && found.isFetching && (found.isPlaceholderData || !found.data)) return true;
    if (!isOpen) return false;
    const message = items[active];
    if (isChoice && message) choose(message);
    else if (key === 'ArrowDown') activate((active + 1) % items.length);
    else if (key === 'ArrowUp') activate((active + items.length - 1) % items.length);
    else if (key === 'Escape') dismiss();
    else return false;
    return true;
  };

  return {
    isOpen,
    items,
    active,
    activate,
    choose,
    close,
    begin() {
      setClosedAt(null);
      if (!isAsked) write(withSlash(text, input.current?.selectionStart ?? text.length));
    },
    onCaret(at) {
      setCaret(at);
      // A list that was closed opens again with the next slash.
      if (slashWordAt(text, at)?.start !== closedAt) setClosedAt(null);
    },
    takesKey,
  };
}
