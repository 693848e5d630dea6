import { TextInput } from '@mantine/core';
import { PASSWORD_CHARACTERS } from '#protocol/limits.ts';
import { PasswordField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { suggestUsername } from './suggest.ts';
import type { SetupFields } from './use-setup-form.ts';

export function OwnerStep({ form }: { form: SetupFields }) {
  const t = useText();
  const { institution, owner } = form.values;
  const showPassword = { 'aria-label': t('session.show'), tabIndex: 0 };

  const nameOwner = (displayName: string) => {
    const isUsernameOffered =
      owner.username === suggestUsername(institution.code, owner.displayName);
    form.setFieldValue('owner.displayName', displayName);
    if (isUsernameOffered) {
      form.setFieldValue('owner.username', suggestUsername(institution.code, displayName));
    }
  };

  return (
    <>
      <TextInput
        label={t('setup.displayName')}
        description={t('setup.displayName.hint')}
        autoComplete="name"
        required
        {...form.getInputProps('owner.displayName')}
        onChange={(event) => nameOwner(event.currentTarget.value)}
      />
      <TextInput
        label={t('session.username')}
        description={t('setup.username.hint', { pattern: `${institution.code || '…'}-sadie-p` })}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('owner.username')}
      />
      <TextInput
        label={t('setup.email')}
        description={t('setup.email.hint')}
        type="email"
        autoComplete="email"
        {...form.getInputProps('owner.email')}
      />
      <PasswordField
        label={t('session.password')}
        description={t('setup.password.hint', { count: PASSWORD_CHARACTERS.least })}
        autoComplete="new-password"
        visibilityToggleButtonProps={showPassword}
        required
        {...form.getInputProps('owner.password')}
      />
      <PasswordField
        label={t('setup.repeat')}
        autoComplete="new-password"
        visibilityToggleButtonProps={showPassword}
        required
        {...form.getInputProps('owner.repeat')}
      />
    </>
  );
}
