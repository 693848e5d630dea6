import { Text } from '@mantine/core';
import type { CoopInstitution } from '#protocol/coops.ts';
import { YesNoQuestion } from '../../accounts/yes-no-question.tsx';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRemoveLibrary } from './use-libraries.ts';

interface RemoveLibraryProps {
  readonly library: CoopInstitution;
  readonly onClose: () => void;
}

/** Asked by name: the levels of its people go with it, and no return brings them back. */
export function RemoveLibrary({ library, onClose }: RemoveLibraryProps) {
  const t = useText();
  const { name } = useCoop();
  const removing = useRemoveLibrary();

  return (
    <YesNoQuestion
      title={t('coops.libraries.remove.title', { library: library.name, name })}
      isPending={removing.isPending}
      trouble={removing.error ? sentenceFor(t, removing.error) : null}
      onYes={() => removing.mutate(library, { onSuccess: onClose })}
      onNo={onClose}
    >
      <Text c="dimmed">{t('coops.libraries.remove.means', { count: library.accountCount })}</Text>
    </YesNoQuestion>
  );
}
