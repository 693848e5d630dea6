import { ActionIcon, Button } from '@mantine/core';
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PolicySecret } from '#protocol/policy-secrets.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import { Refusal } from '../../session/refusal.tsx';
import styles from './secrets.module.css';
import { useReveal } from './use-reveal.ts';

interface SecretLineProps {
  readonly institutionId: string;
  readonly secret: PolicySecret;
  /** The chat that it is needed for, which is written down with it. */
  readonly chatId: string | null;
  /** What an editor can do with it. */
  readonly acts?: ReactNode;
}

/** A credential by its name; the rest on request. */
export function SecretLine({ institutionId, secret, chatId, acts }: SecretLineProps) {
  const t = useText();
  const { label } = secret;
  const { revealed, isPending, trouble, show, hide } = useReveal(institutionId, secret.id, chatId);

  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        {revealed === null ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={isPending}
            leftSection={<IconEye aria-hidden size={16} stroke={1.6} />}
            aria-label={t('policies.secrets.show.named', { label })}
            onClick={show}
          >
            {t('policies.secrets.show')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconEyeOff aria-hidden size={16} stroke={1.6} />}
            aria-label={t('policies.secrets.hide.named', { label })}
            onClick={hide}
          >
            {t('policies.secrets.hide')}
          </Button>
        )}
      </div>
      <Refusal text={trouble} />
      <div aria-live="polite">
        {revealed !== null && (
          <dl className={styles.revealed}>
            <Field name={t('policies.secrets.username')} value={revealed.username} />
            <Field name={t('policies.secrets.secret')} value={revealed.secret} />
            {revealed.note !== '' && (
              <div>
                <dt>{t('policies.secrets.note')}</dt>
                <dd>{revealed.note}</dd>
              </div>
            )}
          </dl>
        )}
      </div>
      {acts}
    </li>
  );
}

function Field({ name, value }: { readonly name: string; readonly value: string }) {
  const t = useText();
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className={styles.value}>
        <code>{value}</code>
        <ActionIcon
          size={28}
          variant="subtle"
          aria-label={t('policies.copy.named', { title: name })}
          onClick={async () => {
            if (await copyText(value)) notify(t('shell.copied'));
          }}
        >
          <IconCopy size={16} stroke={1.6} />
        </ActionIcon>
      </dd>
    </div>
  );
}
