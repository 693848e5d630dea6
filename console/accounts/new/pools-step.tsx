import { Checkbox } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { type Thing, ThingsField } from '../fields/things-field.tsx';
import type { WizardForm } from './use-wizard.ts';

interface PoolsStepProps {
  readonly form: WizardForm;
  readonly pools: readonly Thing[];
}

export function PoolsStep({ form, pools }: PoolsStepProps) {
  const t = useText();
  const { username, allPools, poolIds } = form.values;

  return (
    <>
      <Checkbox
        label={t('accounts.allPools', { user: username })}
        description={t('accounts.allPools.hint')}
        checked={allPools}
        onChange={(event) => form.setFieldValue('allPools', event.currentTarget.checked)}
      />
      {!allPools && (
        <ThingsField
          label={t('accounts.pools')}
          things={pools}
          value={poolIds}
          onChange={(ids) => form.setFieldValue('poolIds', ids)}
          error={form.errors.poolIds}
        />
      )}
    </>
  );
}
