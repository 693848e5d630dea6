import { Alert, Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';

import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { weaknessOf } from '../../session/index.ts';
import { type PasswordFault, passwordFaults } from '../fields/password-faults.ts';
import { PasswordFields } from '../fields/password-fields.tsx';
import { useFocusReturn } from '../use-focus-return.ts';
import { useSetPassword } from './use-set-password.ts';

interface PasswordDialogProps {
  readonly account: AccountRow;
  readonly onClose: () => void;
}

/** The key of a row: a password typed twice, or a link by which its owner chooses one. */
export function PasswordDialog({ account, onClose }: PasswordDialogProps) {
  const t = useText();
  const { username, email } = account;
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [faults, setFaults] = useState<readonly PasswordFault[]>([]);
  const setting = useSetPassword(account);
  const weakness = weaknessOf(setting.error);
  useFocusReturn();

  const save = () => {
    const found = passwordFaults(password, repeat);
    setFaults(found);
    if (found.length === 0) setting.mutate({ password }, { onSuccess: onClose });
  };
  const told = (path: PasswordFault['path']) => {
    const fault = faults.find((one) => one.path === path);
    if (fault) return t(fault.says);
    return path === 'password' && weakness !== null ? t(weakness) : null;
  };

  return (
    <Modal opened onClose={onClose} title={t('accounts.password.of', { username })} centered>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <PasswordFields
            password={{ value: password, onChange: setPassword, error: told('password') }}
            repeat={{ value: repeat, onChange: setRepeat, error: told('repeat') }}
          />
          <Text size="sm" c="dimmed">
            {t('accounts.password.ends')}
          </Text>
          <div role="alert">
            {setting.error && !weakness !== null && (
              <Alert color="late">{sentenceFor(t, setting.error)}</Alert>
            )}
          </div>
          <Group justify="flex-end">
            <Button type="submit" loading={setting.isPending}>
              {t('accounts.password.set')}
            </Button>
          </Group>
          <Divider label={t('accounts.password.or')} />
          <Button
            variant="default"
            leftSection={<IconMailForward aria-hidden size={18} stroke={1.6} />}
            disabled={email === null || setting.isPending}
            onClick={() => setting.mutate({ sendLink: true }, { onSuccess: onClose })}
          >
            {t('accounts.password.sendLink')}
          </Button>
          <Text size="sm" c="dimmed">
            {email === null
              ? t('accounts.password.noEmail')
              : t('accounts.password.linkTo', { email })}
          </Text>
        </Stack>
      </form>
    </Modal>
  );
}
