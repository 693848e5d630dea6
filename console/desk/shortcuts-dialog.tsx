import { Kbd, Modal, Switch, Table, VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { singleKeys } from './choices.ts';
import { SHORTCUTS } from './shortcuts.ts';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key of the desk, and the switch for those without a modifier. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const t = useText();
  const isSingleOn = singleKeys.use();

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('desk.keys')}
      closeButtonProps={{ 'aria-label': t('desk.dialog.close') }}
    >
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(({ act, keys, single }) => (
            <Table.Tr key={act}>
              <Table.Td>{t(`desk.keys.${act}`)}</Table.Td>
              <Table.Td {...(single && !isSingleOn && { c: 'dimmed' })}>
                {keys.map((key, place) => (
                  <Fragment key={key}>
                    {/* Or "Alt" and "Enter" are read as one word. */}
                    {place > 0 && <VisuallyHidden> + </VisuallyHidden>}
                    <Kbd mr={4}>{key}</Kbd>
                  </Fragment>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>{t('desk.keys.leave')}</Table.Td>
            <Table.Td>
              <Kbd>Esc</Kbd>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('desk.keys.single')}
        description={t('desk.keys.singleMeaning')}
        checked={isSingleOn}
        onChange={(event) => singleKeys.set(event.currentTarget.checked)}
      />
    </Modal>
  );
}
