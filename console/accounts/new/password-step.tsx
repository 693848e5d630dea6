import { Checkbox } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { PasswordFields } from '../fields/password-fields.tsx';
import type { WizardForm } from './use-wizard.ts';

export function PasswordStep({ form }: { form: WizardForm }) {
  const t = useText();
  const { invite } = form.values;
  const field = (name: 'password' | 'repeat') => ({
    value: form.values[name],
    onChange: (typed: string) => form.setFieldValue(name, typed),
    error: form.errors[name],
  });

  return (
    <>
      {!invite && <PasswordFields password={field('password')} repeat={field('repeat')} />}
      <Checkbox
        label={t('accounts.invite')}
        description={t('accounts.invite.hint')}
        checked={invite}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          form.setValues({ invite: wanted, ...(wanted ? { password: '', repeat: '' } : {}) });
        }}
      />
    </>
  );
}
