import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NAME_CHARACTERS } from '#protocol/limits.ts';
import { addPasskey, beginPasskey } from '#protocol/security.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { isPasskeyDeclined, isPasskeyKnown, makePasskey } from '../platform/passkeys.ts';
import { OwnPasswordForm } from './own-password-form.tsx';
import { useRefreshFactors } from './use-refresh-factors.ts';

export function AddPasskey({ onDone }: { onDone: () => void }) {
  const t = useText();
  const refresh = useRefreshFactors();
  const [typed, setTyped] = useState('');
  const adding = useMutation({
    mutationFn: async (password: string) => {
      const { options } = await call(beginPasskey, { body: { password } });
      const response = await makePasskey(options);
      const name = typed.trim() || t('security.passkeys.usualName');
      return call(addPasskey, { body: { name, response } });
    },
    onSuccess: async ({ name }) => {
      notify(t('security.passkeys.added', { name }));
      onDone();
      await refresh();
    },
  });

  const trouble = () => {
    if (isPasskeyDeclined(adding.error)) return t('security.passkeys.declined');
    if (isPasskeyKnown(adding.error)) return t('security.passkeys.known');
    return isProblem(adding.error, 'breaks_rule') ? t('security.passkeys.unfit') : null;
  };

  return (
    <OwnPasswordForm
      act={t('security.next')}
      isPending={adding.isPending}
      error={adding.error}
      trouble={trouble()}
      onSubmit={(password) => adding.mutate(password)}
    >
      <TextInput
        label={t('security.passkeys.name')}
        description={t('security.passkeys.nameHint')}
        placeholder={t('security.passkeys.usualName')}
        maxLength={NAME_CHARACTERS}
        autoComplete="off"
        size="md"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </OwnPasswordForm>
  );
}
