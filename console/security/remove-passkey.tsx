import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Passkey, removePasskey } from '#protocol/security.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, sentenceFor } from '../platform/notify/index.ts';
import { useRefreshFactors } from './use-refresh-factors.ts';

interface RemovePasskeyProps {
  readonly passkey: Passkey | null;
  readonly onClose: () => void;
}

/** Asked first, since a passkey that was removed is no use any more. */
export function RemovePasskey({ passkey, onClose }: RemovePasskeyProps) {
  const t = useText();
  const refresh = useRefreshFactors();
  const removing = useMutation({
    mutationFn: ({ id }: Passkey) => call(removePasskey, { params: { passkeyId: id } }),
    onSuccess: async (_, { name }) => {
      notify(t('security.passkeys.removed', { name }));
      close();
      await refresh();
    },
  });
  const close = () => {
    removing.reset();
    onClose();
  };
  const { error } = removing;

  return (
    <Modal
      opened={passkey !== null}
      onClose={close}
      title={t('security.passkeys.remove', { name: passkey?.name ?? '' })}
      centered
    >
      <Text>{t('security.passkeys.remove.text')}</Text>
      <div role="alert">
        {error && (
          <Alert color="late" mt="md">
            {isProblem(error, 'conflict') ? t('security.last') : sentenceFor(t, error)}
          </Alert>
        )}
      </div>
      <Group justify="flex-end" mt="lg">
        <Button
          color="late"
          loading={removing.isPending}
          onClick={() => passkey && removing.mutate(passkey)}
        >
          {t('security.remove')}
        </Button>
        <Button variant="default" data-autofocus onClick={close}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
