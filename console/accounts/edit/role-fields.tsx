import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { AccountDetail } from '#protocol/account-administration.ts';
import { type Role, role } from '#protocol/accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import type { AccountDraft } from './account-draft.ts';

interface RoleFieldsProps {
  readonly form: UseFormReturnType<AccountDraft>;
  readonly account: AccountDetail;
}

export function RoleFields({ form, account }: RoleFieldsProps) {
  const t = useText();
  const { role: ownRole } = useSession();
  const roles: readonly Role[] = [...role.values].filter(
    (value) => value !== 'owner' || ownRole === 'owner' || account.role === 'owner',
  );

  return (
    <>
      <NativeSelect
        label={t('accounts.role')}
        description={t(`accounts.role.${form.values.role}.means`)}
        disabled={!account.rights.mayChangeRole}
        data={roles.map((value) => ({ value, label: t(`accounts.role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Switch
        label={t('accounts.chatAccess')}
        description={t('accounts.chatAccess.hint')}
        checked={form.values.chatAccess}
        onChange={(event) => form.setFieldValue('chatAccess', event.currentTarget.checked)}
      />
      <NumberInput
        label={t('accounts.maxChats')}
        description={t('accounts.maxChats.hint')}
        min={1}
        max={50}
        clampBehavior="none"
        allowDecimal={false}
        {...form.getInputProps('maxChats')}
      />
    </>
  );
}
