import { type RefObject, useEffect } from 'react';

/** What comes in above pushes down what somebody types into: it stays where they see it. */
export function useStayInView(form: RefObject<HTMLElement | null>, above: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above moves it.
  useEffect(() => {
    if (form.current?.contains(document.activeElement))
      form.current.scrollIntoView({ block: 'nearest' });
  }, [form, above]);
}
