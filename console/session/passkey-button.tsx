import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { SignedIn } from '#protocol/accounts.ts';
import { beginPasskeySignIn, signInWithPasskey } from '#protocol/security.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { askForPasskey, isPasskeyDeclined, knowsPasskeys } from '../platform/passkeys.ts';
import { Refusal } from './refusal.tsx';
import { useRefusal } from './use-refusal.ts';

/** Signs in without a username or a password. */
export function PasskeyButton({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const t = useText();
  const entering = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await call(beginPasskeySignIn);
      const response = await askForPasskey(options);
      return call(signInWithPasskey, { body: { challengeId, response } });
    },
    onSuccess: onSignedIn,
  });
  const refusal = useRefusal(entering.error, 'session.passkeyUnknown');

  if (!knowsPasskeys()) return null;
  return (
    <Stack gap="md">
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint aria-hidden size={20} stroke={1.6} />}
        loading={entering.isPending}
        onClick={() => entering.mutate()}
      >
        {t('session.passkey')}
      </Button>
      <Refusal text={isPasskeyDeclined(entering.error) ? t('session.passkeyDeclined') : refusal} />
    </Stack>
  );
}
