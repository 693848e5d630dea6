import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { changeOwnEmail } from '#protocol/passwords.ts';
import { emailAddress } from '#protocol/schemas.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { sessionQuery, useSession } from '../session/index.ts';
import { OwnPasswordForm } from './own-password-form.tsx';
import { Section } from './section.tsx';

/** Where links for a new password go; changed with the password alone. */
export function EmailSection() {
  const t = useText();
  const { email } = useSession();
  const [isOpen, setOpen] = useState(false);

  return (
    <Section title={t('security.email')} lead={t('security.email.lead')}>
      <Text fw={600} mb="sm">
        {email ?? t('security.email.none')}
      </Text>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('security.email.change')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('security.email.change')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
        centered
      >
        <ChangeEmailForm onDone={() => setOpen(false)} />
      </Modal>
    </Section>
  );
}

function ChangeEmailForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { email } = useSession();
  const [typed, setTyped] = useState(email ?? '');
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wanted = typed.trim();
  const isWellFormed = wanted === '' || emailAddress.safeParse(wanted).success;
  const saving = useMutation({
    mutationFn: (password: string) =>
      call(changeOwnEmail, { body: { email: wanted === '' ? null : wanted, password } }),
    onSuccess: async () => {
      notify(t('security.email.changed'));
      onDone();
      await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
    },
  });

  return (
    <OwnPasswordForm
      act={t('security.email.save')}
      isPending={saving.isPending}
      error={saving.error}
      onSubmit={(password) => {
        setRefused(!isWellFormed);
        if (isWellFormed) saving.mutate(password);
        else field.current?.focus();
      }}
    >
      <TextInput
        ref={field}
        label={t('security.email.new')}
        description={t('security.email.hint')}
        type="email"
        autoComplete="email"
        size="md"
        value={typed}
        error={isRefused && !isWellFormed && t('accounts.fault.email')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </OwnPasswordForm>
  );
}
