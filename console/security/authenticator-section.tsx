import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { endTotp, type SecondFactors } from '#protocol/security.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { OwnPasswordForm } from './own-password-form.tsx';
import { RenewCodes } from './renew-codes.tsx';
import { Section } from './section.tsx';
import { SetUpAuthenticator } from './set-up-authenticator.tsx';
import { useRefreshFactors } from './use-refresh-factors.ts';

/** Recovery codes from which their number is a warning. */
const FEW_CODES = 3;

export function AuthenticatorSection({ factors }: { factors: SecondFactors }) {
  const t = useText();
  const [open, setOpen] = useState<'setUp' | 'renew' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const left = factors.recoveryCodesLeft;

  return (
    <Section title={t('security.app')} lead={t('security.app.lead')}>
      {factors.totp ? (
        <>
          <Text fw={600}>{t('security.app.on')}</Text>
          <Text size="sm" c={left <= FEW_CODES ? 'wait' : 'dimmed'} mb="sm">
            {t('security.codes.left', { count: left })}
          </Text>
          <Group>
            <Button variant="default" onClick={() => setOpen('renew')}>
              {t('security.codes.renew')}
            </Button>
            <Button variant="default" onClick={() => setOpen('remove')}>
              {t('security.app.remove')}
            </Button>
          </Group>
        </>
      ) : (
        <Group>
          <Button onClick={() => setOpen('setUp')}>{t('security.app.setUp')}</Button>
        </Group>
      )}
      <SetUpAuthenticator isOpen={open === 'setUp'} onClose={close} />
      <RenewCodes isOpen={open === 'renew'} onClose={close} />
      <Modal opened={open === 'remove'} onClose={close} title={t('security.app.remove')} centered>
        <RemoveAuthenticator onDone={close} />
      </Modal>
    </Section>
  );
}

function RemoveAuthenticator({ onDone }: { onDone: () => void }) {
  const t = useText();
  const refresh = useRefreshFactors();
  const removing = useMutation({
    mutationFn: (password: string) => call(endTotp, { body: { password } }),
    onSuccess: async () => {
      notify(t('security.app.removed'));
      onDone();
      await refresh();
    },
  });

  return (
    <OwnPasswordForm
      act={t('security.app.remove')}
      color="late"
      isPending={removing.isPending}
      error={removing.error}
      trouble={isProblem(removing.error, 'conflict') ? t('security.last') : null}
      onSubmit={(password) => removing.mutate(password)}
    >
      <Text size="sm">{t('security.app.remove.text')}</Text>
    </OwnPasswordForm>
  );
}
