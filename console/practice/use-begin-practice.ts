import { useMutation } from '@tanstack/react-query';
import { beginPractice, type PracticeScript } from '#protocol/practice.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';

/** Asks for a scripted patron, who then waits on the desk as any other does. */
export function useBeginPractice(onBegun: () => void) {
  const t = useText();
  const tellTrouble = useTrouble();

  return useMutation({
    mutationFn: (script: PracticeScript) => call(beginPractice, { body: { script } }),
    onSuccess() {
      onBegun();
      notify(t('practice.begun'));
    },
    onError: tellTrouble,
  });
}
