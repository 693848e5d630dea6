import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { confirmTotp } from '#protocol/security.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from '../session/refusal.tsx';
import { useRefusal } from '../session/use-refusal.ts';
import styles from './confirm-authenticator.module.css';
import { inGroups } from './in-groups.ts';

interface ConfirmAuthenticatorProps {
  /** `otpauth://…` */
  readonly uri: string;
  /** In base32, for apps without a camera. */
  readonly secret: string;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
}

export function ConfirmAuthenticator({ uri, secret, onConfirmed }: ConfirmAuthenticatorProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: () => call(confirmTotp, { body: { code: code.replaceAll(/\s/g, '') } }),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  const isWrong = isProblem(confirming.error, 'breaks_rule', 'malformed');
  const form = useFaultFocus(confirming.error);
  const refusal = useRefusal(confirming.error, 'session.wrong');

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirming.mutate();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('security.app.scan')}</Text>
        <QRCodeSVG
          className={styles.picture}
          value={uri}
          size={200}
          marginSize={4}
          title={t('security.app.picture')}
        />
        <div>
          <Text size="sm">{t('security.app.type')}</Text>
          <code className={styles.secret}>{inGroups(secret)}</code>
        </div>
        <TextInput
          label={t('security.app.code')}
          description={t('security.app.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          data-autofocus
          value={code}
          error={isWrong && t('security.app.wrongCode')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Refusal text={isWrong ? null : refusal} />
        <Button type="submit" loading={confirming.isPending}>
          {t('security.app.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
