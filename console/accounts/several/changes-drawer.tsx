import { Drawer } from '@mantine/core';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useFocusReturn } from '../use-focus-return.ts';
import { ChangesForm } from './changes-form.tsx';

interface ChangesDrawerProps {
  readonly accounts: readonly AccountRow[];
  readonly onClose: () => void;
}

export function ChangesDrawer({ accounts, onClose }: ChangesDrawerProps) {
  const t = useText();
  useFocusReturn();

  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('accounts.several.title', { count: accounts.length })}
      position="right"
      size="lg"
    >
      <ChangesForm accounts={accounts} onClose={onClose} />
    </Drawer>
  );
}
