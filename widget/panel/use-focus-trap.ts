import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where the panel fills the screen there is nothing beside it: Tab goes round within. */
export const FILLS_SCREEN = '(max-width: 480px)';
const FOCUSABLE = 'button:not([disabled]), a[href], textarea, input, [tabindex="0"]';

export function useFocusTrap(frame: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const panel = frame.current;
    if (!panel || !active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || !matchMedia(FILLS_SCREEN).matches) return;
      const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
        (element) => element.offsetParent !== null,
      );
      const from = event.shiftKey ? stops[0] : stops.at(-1);
      const to = event.shiftKey ? stops.at(-1) : stops[0];
      if ((panel.getRootNode() as ShadowRoot).activeElement !== from) return;
      event.preventDefault();
      to?.focus();
    };
    panel.addEventListener('keydown', onKey);
    return () => panel.removeEventListener('keydown', onKey);
  });
}
