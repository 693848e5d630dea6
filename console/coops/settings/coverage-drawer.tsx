import { Drawer } from '@mantine/core';
import type { CoopInstitution } from '#protocol/coops.ts';
import { HoursForm } from '../../hours/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useSaveCoverage } from './use-libraries.ts';

interface CoverageDrawerProps {
  readonly library: CoopInstitution | null;
  readonly onClose: () => void;
}

/** When the co-op answers for a library. */
export function CoverageDrawer({ library, onClose }: CoverageDrawerProps) {
  const t = useText();

  return (
    <Drawer
      opened={library !== null}
      onClose={onClose}
      title={library === null ? '' : t('coops.coverage.of', { library: library.name })}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {library !== null && <CoverageForm library={library} onClose={onClose} />}
    </Drawer>
  );
}

function CoverageForm({ library, onClose }: { library: CoopInstitution; onClose: () => void }) {
  const t = useText();
  const { name } = useCoop();
  const saving = useSaveCoverage();

  return (
    <HoursForm
      hours={library.coverage}
      timeZone={library.timeZone}
      always={t('coops.coverage.always', { name })}
      alwaysHint={t('coops.coverage.always.hint')}
      isSaving={saving.isPending}
      trouble={saving.error ? sentenceFor(t, saving.error) : null}
      onSave={(coverage) => saving.mutate({ library, coverage }, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}
