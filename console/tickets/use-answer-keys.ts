import { useEffect, useRef } from 'react';
import { singleKeys } from '../desk/choices.ts';

/** Where characters are typed, or where a list or dialog has keys of its own. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]';

/** R answers and N writes a note, as at the desk, and are switched off with its keys (WCAG 2.1.4). */
export function useAnswerKeys(begin: (isNote: boolean) => void): void {
  const areLettersOn = singleKeys.use();
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });

  useEffect(() => {
    if (!areLettersOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || target.closest(ELSEWHERE)) return;
      if (key !== 'r' && key !== 'n') return;
      event.preventDefault();
      latest.current(key === 'n');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [areLettersOn]);
}
