import { useMutation } from '@tanstack/react-query';
import { useText } from '../i18n/index.ts';
import { notify } from './notify.tsx';
import { useTrouble } from './use-trouble.ts';

/**
 * For the notices about what was done: answers their button, which does what is given and tells that it
 * was taken back. `onSettled` reads again what is shown.
 */
export function useUndo(onSettled: () => Promise<unknown>) {
  const t = useText();
  const undoing = useMutation({
    mutationFn: (takeBack: () => Promise<unknown>) => takeBack(),
    onSuccess: () => notify(t('shell.undone')),
    onError: useTrouble(),
    onSettled,
  });
  return (takeBack: () => Promise<unknown>) => ({
    label: t('shell.undo'),
    act: () => undoing.mutate(takeBack),
  });
}
