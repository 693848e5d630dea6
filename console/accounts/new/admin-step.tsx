import { Switch } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import type { WizardForm } from './use-wizard.ts';

export function AdminStep({ form }: { form: WizardForm }) {
  const t = useText();

  return (
    <Switch
      label={t('accounts.admin')}
      description={t('accounts.admin.hint')}
      checked={form.values.isAdmin}
      onChange={(event) => form.setFieldValue('isAdmin', event.currentTarget.checked)}
      error={form.errors.role}
    />
  );
}
