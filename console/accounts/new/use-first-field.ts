import { type RefObject, useEffect } from 'react';

/** Every step begins at its first field; one without fields at what goes on. */
export function useFirstField(fields: RefObject<HTMLFieldSetElement | null>, step: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the step whose change moves the focus.
  useEffect(() => {
    const inFault = fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const first = fields.current?.querySelector<HTMLElement>('input:not([type="hidden"]), select');
    const goesOn = fields.current?.form?.querySelector<HTMLElement>('[data-goes-on]');
    (inFault ?? first ?? goesOn)?.focus();
  }, [fields, step]);
}
