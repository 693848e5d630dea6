import { Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { beginTotp } from '#protocol/security.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { ConfirmAuthenticator } from './confirm-authenticator.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useRefreshFactors } from './use-refresh-factors.ts';

interface SetUpAuthenticatorProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One's password, then the app and its first code, then the recovery codes, which are shown once. */
export function SetUpAuthenticator({ isOpen, onClose }: SetUpAuthenticatorProps) {
  const t = useText();
  const refresh = useRefreshFactors();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const beginning = useMutation({
    mutationFn: (password: string) => call(beginTotp, { body: { password } }),
  });

  const close = () => {
    onClose();
    beginning.reset();
    if (codes === null) return;
    setCodes(null);
    // Not before: it opens the rest of Carrel, and nothing may take the codes off the screen.
    void refresh();
  };

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      // The codes are never shown again: a click beside them must not lose them.
      closeOnClickOutside={codes === null}
      closeOnEscape={codes === null}
      withCloseButton={codes === null}
      title={t(codes === null ? 'security.app.setUp' : 'security.codes')}
      size="lg"
      centered
    >
      {codes !== null && <RecoveryCodes codes={codes} onDone={close} />}
      {codes === null && beginning.data && (
        <ConfirmAuthenticator {...beginning.data} onConfirmed={setCodes} />
      )}
      {codes === null && !beginning.data && (
        <OwnPasswordForm
          act={t('security.next')}
          isPending={beginning.isPending}
          error={beginning.error}
          onSubmit={(password) => beginning.mutate(password)}
        >
          <Text size="sm">{t('security.app.need')}</Text>
        </OwnPasswordForm>
      )}
    </Modal>
  );
}
