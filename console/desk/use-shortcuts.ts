import { useEffect, useRef } from 'react';
import { singleKeys } from './choices.ts';
import { IS_MAC } from './main-key.ts';
import type { DeskAct } from './shortcuts.ts';
import { actOf } from './shortcuts.ts';

/** Where characters are typed, or where a menu or dialog has keys of its own. */
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]';

export function useShortcuts(perform: (act: DeskAct) => void): void {
  const latest = useRef(perform);
  const singleKeysOn = singleKeys.use();

  useEffect(() => {
    latest.current = perform;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { key, altKey, ctrlKey, metaKey, target } = event;
      const isElsewhere = target instanceof Element && target.closest(ELSEWHERE) !== null;
      const keys = { key, altKey, ctrlKey, metaKey, isMac: IS_MAC };
      const act = actOf({ ...keys, isElsewhere, singleKeysOn });
      if (act === null) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [singleKeysOn]);
}
