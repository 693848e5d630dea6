import { Drawer } from '@mantine/core';
import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EditAccountForm } from './edit-account-form.tsx';

interface EditAccountProps {
  readonly account: CoopAccount | null;
  readonly onClose: () => void;
}

/** “Edit Account”. */
export function EditAccount({ account, onClose }: EditAccountProps) {
  const t = useText();

  return (
    <Drawer
      opened={account !== null}
      onClose={onClose}
      title={t('coops.edit.title')}
      position="right"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {account !== null && <EditAccountForm account={account} onDone={onClose} />}
    </Drawer>
  );
}
