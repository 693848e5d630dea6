import { useEffect } from 'react';
import type { Panes } from './panes.ts';

/**
 * When what had the focus is gone (a chat was put away, a phone went back to its list), it goes on to
 * the chat that has the attention, or to the page, instead of being lost.
 */
export function useKeptFocus(panes: Panes, onWrite: (chatId: string) => void): void {
  const { open, active } = panes;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the panes that are open are the reason to look, not an input
  useEffect(() => {
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    if (active === null) document.getElementById('main')?.focus();
    else onWrite(active);
  }, [open, active, onWrite]);
}
