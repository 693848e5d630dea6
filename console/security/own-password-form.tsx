import { Button, type ButtonProps, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../platform/api/index.ts';
import { PasswordField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { useSession } from '../session/index.ts';
import { Refusal } from '../session/refusal.tsx';
import { useRefusal } from '../session/use-refusal.ts';

interface OwnPasswordFormProps {
  readonly act: string;
  readonly color?: ButtonProps['color'];
  readonly isPending: boolean;
  /** What the last try came to. */
  readonly error: unknown;
  /** What else went wrong, where the form has no sentence for it. */
  readonly trouble?: string | null;
  /** Above the password. */
  readonly children?: ReactNode;
  readonly onSubmit: (password: string) => void;
}

/** Asks for one's own password once more, before something that only its owner may do. */
export function OwnPasswordForm(props: OwnPasswordFormProps) {
  const { act, color, isPending, error, trouble, children, onSubmit } = props;
  const t = useText();
  const { username } = useSession();
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isWrong = isProblem(error, 'wrong_credentials');
  const form = useFaultFocus(isMissing || error);
  const refusal = useRefusal(error, 'security.password.wrong');
  const atField = isMissing && password === '' ? t('session.needPassword') : isWrong && refusal;

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(password === '');
        if (password !== '') onSubmit(password);
      }}
    >
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Stack gap="md">
        {children}
        <PasswordField
          label={t('security.password.current')}
          description={t('security.password.why')}
          autoComplete="current-password"
          size="md"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('session.show'), tabIndex: 0 }}
          value={password}
          error={atField}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refusal text={isWrong ? null : (trouble ?? refusal)} />
        <Button type="submit" color={color ?? 'accent'} loading={isPending}>
          {act}
        </Button>
      </Stack>
    </form>
  );
}
