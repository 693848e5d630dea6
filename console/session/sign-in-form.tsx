import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { signIn } from '#protocol/accounts.ts';
import type { Answer } from '#protocol/endpoint.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useCountdown } from './use-countdown.ts';

/** Asks for username and password. A refusal stands at the form and leaves what was typed. */
export function SignInForm({
  onSignedIn,
}: {
  onSignedIn: (signedIn: Answer<typeof signIn>) => void;
}) {
  const t = useText();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? t('session.needUsername') : null),
      password: (value) => (value === '' ? t('session.needPassword') : null),
    },
  });
  const entering = useMutation({
    mutationFn: (body: { username: string; password: string }) => call(signIn, { body }),
    onSuccess: onSignedIn,
  });
  const limit = isProblem(entering.error, 'too_many_requests') ? entering.error : null;
  const secondsLeft = useCountdown(limit?.retryAfterSeconds ?? 0, limit);

  const trouble = () => {
    if (!entering.error) return null;
    if (isProblem(entering.error, 'wrong_credentials')) return t('session.wrong');
    if (limit === null) return sentenceFor(t, entering.error);
    return secondsLeft > 0 ? t('session.wait', { count: secondsLeft }) : null;
  };
  const message = trouble();

  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ username, password }) =>
        entering.mutate({ username: username.trim().toLowerCase(), password }),
      )}
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
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('session.show'), tabIndex: 0 }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <div role="alert">{message !== null && <Alert color="late">{message}</Alert>}</div>
        <Button type="submit" size="md" loading={entering.isPending}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
