import { Modal } from '@mantine/core';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { PasteForm } from './paste-form.tsx';

interface PasteUsernamesProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onFound: (candidates: readonly CoopCandidate[]) => void;
}

/** Ticks by a list from elsewhere, instead of by looking for one after the other. */
export function PasteUsernames({ opened, onClose, onFound }: PasteUsernamesProps) {
  const t = useText();

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('coops.paste.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <PasteForm onClose={onClose} onFound={onFound} />
    </Modal>
  );
}
