import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard in the panel when what it was on goes away with its view (`view` names it).
 * Who was elsewhere, on the page or nowhere, is left there: no phone opens its keyboard by itself.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>, view: string | null): void {
  const wasInside = useRef(false);

  useEffect(() => {
    const panel = frame.current;
    if (!panel || !view) return;
    const onIn = () => {
      wasInside.current = true;
    };
    const onOut = ({ target }: FocusEvent) => {
      // Asked a moment later: an element that is being removed is still there now.
      setTimeout(() => {
        if (target instanceof Node && target.isConnected && !isInside(panel))
          wasInside.current = false;
      });
    };
    panel.addEventListener('focusin', onIn);
    panel.addEventListener('focusout', onOut);
    const isAnywhere = isInside(panel) && focused(panel) !== panel;
    if (wasInside.current && !isAnywhere) focusField(panel);
    return () => {
      panel.removeEventListener('focusin', onIn);
      panel.removeEventListener('focusout', onOut);
    };
  }, [frame, view]);
}

/** To the first thing that a patron would do here; to the panel, until there is one. */
export function focusField(panel: HTMLElement | null): void {
  const field = panel?.querySelector<HTMLElement>('textarea, .first-focus');
  (field ?? panel)?.focus();
}

function isInside(panel: HTMLElement): boolean {
  return panel.contains(focused(panel));
}

function focused(panel: HTMLElement): Element | null {
  return (panel.getRootNode() as ShadowRoot).activeElement;
}
