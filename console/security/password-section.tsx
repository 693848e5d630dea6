import { Button, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeOwnPassword } from '#protocol/passwords.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { PasswordField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { useSession } from '../session/index.ts';
import { NewPasswordFields } from '../session/new-password-fields.tsx';
import { Refusal } from '../session/refusal.tsx';
import { useNewPassword } from '../session/use-new-password.ts';
import { useRefusal } from '../session/use-refusal.ts';
import { sessionsQuery } from './queries.ts';
import { Section } from './section.tsx';

export function PasswordSection() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);

  return (
    <Section title={t('security.password')} lead={t('security.password.lead')}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('security.password.change')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('security.password.change')}
        centered
      >
        <ChangePasswordForm onDone={() => setOpen(false)} />
      </Modal>
    </Section>
  );
}

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const { username } = useSession();
  const queryClient = useQueryClient();
  const typed = useNewPassword();
  const [current, setCurrent] = useState('');
  const saving = useMutation({
    mutationFn: (password: string) => call(changeOwnPassword, { body: { current, password } }),
    onSuccess: async () => {
      notify(t('security.password.changed'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    onError: typed.showRefusal,
  });
  const isWrong = isProblem(saving.error, 'wrong_credentials');
  const form = useFaultFocus(isWrong ? saving.error : typed.faults);
  const refusal = useRefusal(saving.error, 'security.password.wrong');

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.check()) saving.mutate(typed.password);
      }}
    >
      {/* Password managers learn from it whose password this is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Stack gap="md">
        <PasswordField
          label={t('security.password.current')}
          autoComplete="current-password"
          size="md"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('session.show'), tabIndex: 0 }}
          value={current}
          error={isWrong && refusal}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordFields {...typed.fields} />
        <Refusal text={isWrong || typed.fields.errors.password ? null : refusal} />
        <Button type="submit" loading={saving.isPending}>
          {t('session.link.save')}
        </Button>
      </Stack>
    </form>
  );
}
