import type { ReactNode } from 'react';
import { PASSWORD_CHARACTERS } from '#protocol/limits.ts';
import { PasswordField } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';

interface Field {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: ReactNode;
}

interface PasswordFieldsProps {
  readonly password: Field;
  readonly repeat: Field;
}

/** A password, typed twice. */
export function PasswordFields({ password, repeat }: PasswordFieldsProps) {
  const t = useText();
  const shared = {
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('session.show'), tabIndex: -1 },
    required: true,
  };

  return (
    <>
      <PasswordField
        {...shared}
        label={t('accounts.password')}
        description={t('accounts.password.hint', { count: PASSWORD_CHARACTERS.least })}
        data-autofocus
        value={password.value}
        onChange={(event) => password.onChange(event.currentTarget.value)}
        error={password.error}
      />
      <PasswordField
        {...shared}
        label={t('accounts.password.repeat')}
        value={repeat.value}
        onChange={(event) => repeat.onChange(event.currentTarget.value)}
        error={repeat.error}
      />
    </>
  );
}
