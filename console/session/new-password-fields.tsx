import type { ReactNode } from 'react';
import { PASSWORD_CHARACTERS } from '#protocol/limits.ts';
import { PasswordField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import type { NewPassword } from './new-password.ts';

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  readonly errors: { readonly password?: ReactNode; readonly repeated?: ReactNode };
}

/** A new password, typed twice, with its rules beside it. */
export function NewPasswordFields({ value, onChange, errors }: NewPasswordFieldsProps) {
  const t = useText();
  const toggle = { 'aria-label': t('session.show'), tabIndex: 0 };

  return (
    <>
      <PasswordField
        label={t('session.password.new')}
        description={t('session.password.rules', { least: PASSWORD_CHARACTERS.least })}
        autoComplete="new-password"
        size="md"
        visibilityToggleButtonProps={toggle}
        value={value.password}
        error={errors.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordField
        label={t('session.password.repeat')}
        autoComplete="new-password"
        size="md"
        visibilityToggleButtonProps={toggle}
        value={value.repeated}
        error={errors.repeated}
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
      />
    </>
  );
}
