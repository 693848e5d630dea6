import { Modal } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { SearchField } from './search-field.tsx';

interface SearchDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Puts a snippet into the chat at hand, and closes; null where there is none to put it into. */
  readonly onInsert: ((text: string) => void) | null;
}

/** All policy pages at once, from any chat. */
export function SearchDialog({ isOpen, onClose, onInsert }: SearchDialogProps) {
  const t = useText();

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      // Who types on at once types into it, and not into the chat behind.
      transitionProps={{ duration: 0 }}
      title={t('policies.search')}
      // The field knows better where it was.
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <SearchField onInsert={onInsert} onClose={onClose} />
    </Modal>
  );
}
