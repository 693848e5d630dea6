import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { takeInsertions, withWords } from './insertions.ts';

/** Takes words that are put into this composer from beside it, at its caret. */
export function useInsertions(
  chatId: string,
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
): void {
  const latest = useRef({ text, onText });
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    latest.current = { text, onText };
  });

  useEffect(
    () =>
      takeInsertions(chatId, (words) => {
        const now = latest.current;
        const { length } = now.text;
        const { selectionStart: start = length, selectionEnd: end = length } = input.current ?? {};
        const written = withWords(now.text, { start, end }, words);
        wanted.current = written.caret;
        now.onText(written.text);
      }),
    [chatId, input],
  );

  // The caret can be put only where the text is already.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
}
