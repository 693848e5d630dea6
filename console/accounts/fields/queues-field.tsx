import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Queue } from '#protocol/queues.ts';
import { useText } from '../../platform/i18n/index.ts';
import { ThingsField } from './things-field.tsx';

interface QueuesFieldProps {
  /** Those of the account's institution. */
  readonly queues: readonly Queue[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: ReactNode;
}

/** Queues, proactive ones apart: they are easily forgotten, so that is said. */
export function QueuesField({ queues, value, onChange, error }: QueuesFieldProps) {
  const t = useText();
  const proactive = queues.filter(({ kind }) => kind === 'proactive');
  const usual = queues.filter(({ kind }) => kind !== 'proactive');
  const forgotten = proactive.filter(({ id }) => !value.includes(id));

  return (
    <>
      <ThingsField
        label={t('accounts.queues')}
        description={t('accounts.queues.hint')}
        things={usual}
        value={value}
        onChange={onChange}
        error={error}
      />
      {proactive.length > 0 && (
        <ThingsField
          label={t('accounts.proactive')}
          description={t('accounts.proactive.hint')}
          things={proactive}
          value={value}
          onChange={onChange}
        />
      )}
      <div role="status">
        {forgotten.length > 0 && (
          <Alert color="wait">
            {t('accounts.proactive.reminder', {
              count: forgotten.length,
              queues: forgotten.map(({ name }) => name).join(', '),
            })}
          </Alert>
        )}
      </div>
    </>
  );
}
