import { useEffect, useRef, useState } from 'react';

/**
 * Gives the focus back when the caller goes, to where it was before the caller was drawn: a field that
 * takes the focus at once leaves no dialog the time to look. `leave` says that it belongs elsewhere now.
 */
export function useFocusBefore(): { readonly leave: () => void } {
  const [before] = useState(() => document.activeElement);
  const isLeft = useRef(false);

  useEffect(() => {
    isLeft.current = false;
    return () => {
      if (!isLeft.current && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [before]);

  return {
    leave: () => {
      isLeft.current = true;
    },
  };
}
