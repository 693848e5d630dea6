import { useLayoutEffect } from 'react';

/**
 * For what stands before the page while it is mounted: the keyboard goes back to what opened it, or to
 * the page's heading when that is gone. Whoever has gone elsewhere meanwhile stays there.
 */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement) opener.focus();
        if (document.activeElement === document.body) document.querySelector('h1')?.focus();
      });
    };
  }, []);
}
