import { Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { renewRecoveryCodes } from '#protocol/security.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { OwnPasswordForm } from './own-password-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useRefreshFactors } from './use-refresh-factors.ts';

interface RenewCodesProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One's password, then new recovery codes, shown once; the old ones end with that. */
export function RenewCodes({ isOpen, onClose }: RenewCodesProps) {
  const t = useText();
  const refresh = useRefreshFactors();
  const renewing = useMutation({
    mutationFn: (password: string) => call(renewRecoveryCodes, { body: { password } }),
  });
  const codes = renewing.data?.recoveryCodes;

  const close = () => {
    onClose();
    renewing.reset();
    if (codes) void refresh();
  };

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      // They are never shown again: a click beside them must not lose them.
      closeOnClickOutside={!codes}
      closeOnEscape={!codes}
      withCloseButton={!codes}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      title={t(codes ? 'security.codes' : 'security.codes.renew')}
      size="lg"
      centered
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={close} />
      ) : (
        <OwnPasswordForm
          act={t('security.codes.renew')}
          isPending={renewing.isPending}
          error={renewing.error}
          onSubmit={(password) => renewing.mutate(password)}
        >
          <Text size="sm">{t('security.codes.renew.text')}</Text>
        </OwnPasswordForm>
      )}
    </Modal>
  );
}
