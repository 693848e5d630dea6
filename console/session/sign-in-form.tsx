import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SignedIn, signIn } from '#protocol/accounts.ts';
import { ApiProblem, call, isProblem } from '../platform/api/index.ts';
import { PasswordField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { CodeField } from './code-field.tsx';
import { Refusal } from './refusal.tsx';
import { useRefusal } from './use-refusal.ts';

/**
 * Asks for username and password, and for a code once the account turns out to want one. A refusal
 * stands at the form and leaves what was typed.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const t = useText();
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '', code: '' },
    validate: {
      username: (value) => (value.trim() === '' ? t('session.needUsername') : null),
      password: (value) => (value === '' ? t('session.needPassword') : null),
      code: (value) => (needsCode && value.trim() === '' ? t('session.needCode') : null),
    },
  });
  const entering = useMutation({
    mutationFn: (body: { username: string; password: string; code?: string }) =>
      call(signIn, { body }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      if (error.code === 'second_factor_needed') setNeedsCode(error.fields.has('code'));
      if (error.code === 'wrong_code') form.setFieldError('code', t('session.wrongCode'));
    },
  });
  // What the code's field says already.
  const isSaid =
    isProblem(entering.error, 'wrong_code') ||
    (isProblem(entering.error, 'second_factor_needed') && needsCode);
  const fields = useFaultFocus(form.errors);
  const refusal = useRefusal(entering.error, 'session.wrong');
  const needsPasskey = isProblem(entering.error, 'second_factor_needed') && !needsCode;

  return (
    <form
      ref={fields}
      noValidate
      onSubmit={form.onSubmit(({ username, password, code }) => {
        const typed = { username: username.trim().toLowerCase(), password };
        entering.mutate(needsCode ? { ...typed, code: code.trim() } : typed);
      })}
    >
      <Stack gap="md">
        <TextInput
          label={t('session.username')}
          description={t('session.usernameHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          key={form.key('username')}
          {...form.getInputProps('username')}
        />
        <PasswordField
          label={t('session.password')}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('session.show'), tabIndex: 0 }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {needsCode && <CodeField key={form.key('code')} {...form.getInputProps('code')} />}
        <Refusal text={needsPasskey ? t('session.needPasskey') : isSaid ? null : refusal} />
        <Button type="submit" size="md" loading={entering.isPending}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
