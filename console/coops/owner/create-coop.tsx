import { Drawer } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { CreateCoopForm } from './create-coop-form.tsx';

interface CreateCoopProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CreateCoop({ opened, onClose }: CreateCoopProps) {
  const t = useText();

  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('coops.all.new')}
      position="right"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <CreateCoopForm onClose={onClose} />
    </Drawer>
  );
}
