import { TextInput } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import type { WizardForm } from './use-wizard.ts';

export function EmailStep({ form }: { form: WizardForm }) {
  const t = useText();

  return (
    <TextInput
      label={t('accounts.email')}
      description={t(form.values.invite ? 'accounts.email.forInvite' : 'accounts.email.hint')}
      type="email"
      autoComplete="off"
      required={form.values.invite}
      {...form.getInputProps('email')}
    />
  );
}
