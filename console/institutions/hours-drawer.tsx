import { Drawer } from '@mantine/core';
import type { Institution } from '#protocol/institutions.ts';
import { HoursForm } from '../hours/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useChangeLibrary } from './use-save-library.ts';

interface HoursDrawerProps {
  readonly library: Institution | null;
  readonly onClose: () => void;
}

/** When a library is open. */
export function HoursDrawer({ library, onClose }: HoursDrawerProps) {
  const t = useText();

  return (
    <Drawer
      opened={library !== null}
      onClose={onClose}
      title={library === null ? '' : t('libraries.hours.of', { name: library.name })}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {library !== null && <OpeningHours library={library} onClose={onClose} />}
    </Drawer>
  );
}

function OpeningHours({ library, onClose }: { library: Institution; onClose: () => void }) {
  const t = useText();
  const saving = useChangeLibrary(library, t('libraries.hours.saved', { name: library.name }));

  return (
    <HoursForm
      hours={library.hours}
      timeZone={library.timeZone}
      always={t('libraries.always')}
      alwaysHint={t('libraries.always.hint')}
      isSaving={saving.isPending}
      trouble={saving.error ? sentenceFor(t, saving.error) : null}
      onSave={(hours) => saving.mutate({ hours }, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}
