import { Modal, Text } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { PracticeChoice } from './practice-choice.tsx';

interface PracticeDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function PracticeDialog({ isOpen, onClose }: PracticeDialogProps) {
  const t = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('practice.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Text>{t('practice.explains')}</Text>
      <PracticeChoice onBegun={onClose} />
    </Modal>
  );
}
