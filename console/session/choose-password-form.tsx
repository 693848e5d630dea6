import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { resetPassword } from '#protocol/passwords.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { LINK_KEY } from './link-query.ts';
import { NewPasswordFields } from './new-password-fields.tsx';
import { Refusal } from './refusal.tsx';
import { useNewPassword } from './use-new-password.ts';
import { useRefusal } from './use-refusal.ts';

interface ChoosePasswordFormProps {
  readonly token: string;
  readonly username: string;
}

export function ChoosePasswordForm({ token, username }: ChoosePasswordFormProps) {
  const t = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const typed = useNewPassword();
  const choosing = useMutation({
    mutationFn: (password: string) => call(resetPassword, { body: { token, password } }),
    onSuccess: async () => {
      // Whoever was signed in on this browser is not any more: all sessions of the account ended.
      queryClient.clear();
      await navigate({ to: '/sign-in', search: { why: 'passwordChosen' } });
    },
    onError: (error) => {
      typed.showRefusal(error);
      // Used or grown too old while it was open: its page says so.
      if (isProblem(error, 'not_found')) void queryClient.invalidateQueries({ queryKey: LINK_KEY });
    },
  });
  const form = useFaultFocus(typed.faults);
  const refusal = useRefusal(choosing.error, 'session.wrong');

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.check()) choosing.mutate(typed.password);
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('session.username')}
          description={t('session.link.username')}
          autoComplete="username"
          size="md"
          readOnly
          value={username}
        />
        <NewPasswordFields {...typed.fields} />
        <Refusal text={typed.fields.errors.password ? null : refusal} />
        <Button type="submit" size="md" loading={choosing.isPending}>
          {t('session.link.save')}
        </Button>
      </Stack>
    </form>
  );
}
