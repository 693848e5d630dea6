import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a form: whenever it is found at fault anew, the first field that is gets the focus, and with it is
 * read out. `cause`: another object for each time; null, undefined or false where nothing is wrong.
 */
export function useFaultFocus(cause: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (cause) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [cause]);

  return form;
}
