import { Button, Group, Modal } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/**
 * Asked before a form closes over changes that were not saved. Mounted only when it is asked: the
 * press of Escape that closes the form would else reach this dialog too, and close it at once.
 */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
  const t = useText();

  return (
    <Modal.Root opened onClose={onKeep} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="xs">{t('widgets.discard.title')}</Modal.Title>
          {t('widgets.discard.text')}
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={onDiscard}>
              {t('widgets.discard')}
            </Button>
            <Button data-autofocus onClick={onKeep}>
              {t('widgets.discard.keep')}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
