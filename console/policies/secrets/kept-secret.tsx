import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PolicySecret } from '#protocol/policy-secrets.ts';
import { YesNoQuestion } from '../../accounts/yes-no-question.tsx';
import { useDates, useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { SecretForm } from './secret-form.tsx';
import { SecretLine } from './secret-line.tsx';
import styles from './secrets.module.css';
import { useSecretActs } from './use-secret-acts.ts';

interface KeptSecretProps {
  readonly institutionId: string;
  readonly secret: PolicySecret;
}

/** A credential with what an editor does to it. */
export function KeptSecret({ institutionId, secret }: KeptSecretProps) {
  const t = useText();
  const { moment } = useDates();
  const { id, label, updatedAt, updatedBy } = secret;
  const [act, setAct] = useState<'replace' | 'delete' | null>(null);
  const { replacing, deleting } = useSecretActs(institutionId);
  const finish = () => setAct(null);

  if (act === 'replace') {
    return (
      <li className={styles.line}>
        <p className={styles.rule}>{t('policies.secrets.replace.hint')}</p>
        <SecretForm
          label={label}
          saving={replacing}
          submit={t('policies.secrets.replace')}
          onSave={(written) => replacing.mutate({ id, written }, { onSuccess: finish })}
          onCancel={finish}
        />
      </li>
    );
  }

  return (
    <>
      <SecretLine
        // What was replaced is not in sight any more.
        key={updatedAt}
        institutionId={institutionId}
        secret={secret}
        chatId={null}
        acts={
          <div className={styles.acts}>
            <span className={styles.changed}>
              {updatedBy === null
                ? t('policies.secrets.changed', { moment: moment(updatedAt) })
                : t('policies.secrets.changedBy', { moment: moment(updatedAt), name: updatedBy })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('policies.secrets.replace.named', { label })}
              onClick={() => setAct('replace')}
            >
              {t('policies.secrets.replace')}
            </Button>
            <Button size="compact-sm" variant="default" c="late" onClick={() => setAct('delete')}>
              {t('policies.secrets.delete.named', { label })}
            </Button>
          </div>
        }
      />
      {act === 'delete' && (
        <YesNoQuestion
          title={t('policies.secrets.delete.title', { label })}
          isPending={deleting.isPending}
          trouble={deleting.error ? sentenceFor(t, deleting.error) : null}
          onYes={() => deleting.mutate(secret, { onSuccess: finish })}
          onNo={finish}
        >
          {t('policies.secrets.delete.text')}
        </YesNoQuestion>
      )}
    </>
  );
}
