import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { personName } from '#protocol/schemas.ts';
import { FormActs, PasswordField } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { Refusal } from '../../session/refusal.tsx';
import type { WrittenSecret } from './use-secret-acts.ts';

interface SecretFormProps {
  readonly label: string;
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: string;
  readonly onSave: (written: WrittenSecret) => void;
  readonly onCancel: () => void;
}

/** A credential as it is entered. It is in no draft: nothing of it is kept outside the encrypted row. */
export function SecretForm({ label: known, saving, submit, onSave, onCancel }: SecretFormProps) {
  const t = useText();
  const [label, setLabel] = useState(known);
  const [username, setUsername] = useState('');
  const [secret, setSecret] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useFaultFocus(isTried);
  const named = personName.safeParse(label);

  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (named.success && secret !== '') onSave({ label: named.data, username, secret, note });
      }}
    >
      <Stack gap="sm" my="md">
        <TextInput
          label={t('policies.secrets.label')}
          description={t('policies.secrets.label.hint')}
          autoFocus
          value={label}
          error={isTried && !named.success && t('policies.secrets.need.label')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <TextInput
          label={t('policies.secrets.username')}
          autoComplete="off"
          maxLength={200}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordField
          label={t('policies.secrets.secret')}
          autoComplete="new-password"
          maxLength={1_000}
          value={secret}
          error={isTried && secret === '' && t('policies.secrets.need.secret')}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <Textarea
          label={t('policies.secrets.note')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refusal text={saving.error ? sentenceFor(t, saving.error) : null} />
        <FormActs submit={submit} isBusy={saving.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
