import { type RefObject, useEffect, useRef } from 'react';
import { singleKeys } from '../desk/choices.ts';
import { stepOf } from './step-of.ts';

/** On every row, with the id of its chat. */
export const ROW = 'data-chat';

/** Where characters are typed, or where a list or dialog has keys of its own. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]';

interface ListKeys {
  /** The one that is read. */
  readonly chat: string | undefined;
  readonly onOpen: (chatId: string) => void;
}

/**
 * Arrows move from row to row; J and K do so from anywhere on the page, and while one is read they read
 * the next. Enter is the row's own. Letters can be switched off with the desk's (WCAG 2.1.4).
 */
export function useListKeys(
  within: RefObject<HTMLElement | null>,
  { chat, onOpen }: ListKeys,
): void {
  const areLettersOn = singleKeys.use();
  const latest = useRef({ chat, onOpen });
  useEffect(() => {
    latest.current = { chat, onOpen };
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || target.closest(ELSEWHERE)) return;
      const isOnRow = target.matches(`[${ROW}]`);
      const step = stepOf({ key: event.key, isOnRow, areLettersOn });
      const rows = [...(within.current?.querySelectorAll<HTMLElement>(`[${ROW}]`) ?? [])];
      if (step === 0 || rows.length === 0) return;
      event.preventDefault();
      const read = rows.findIndex((row) => row.getAttribute(ROW) === latest.current.chat);
      const from = isOnRow ? rows.indexOf(target as HTMLElement) : read;
      const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
      next?.focus();
      const chatId = next?.getAttribute(ROW);
      if (chatId && latest.current.chat !== undefined && next?.checkVisibility())
        latest.current.onOpen(chatId);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [within, areLettersOn]);
}
