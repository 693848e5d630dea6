import { useText } from '../../platform/i18n/index.ts';
import { type Thing, ThingsField } from '../fields/things-field.tsx';
import type { WizardForm } from './use-wizard.ts';

interface RoomsStepProps {
  readonly form: WizardForm;
  readonly rooms: readonly Thing[];
}

export function RoomsStep({ form, rooms }: RoomsStepProps) {
  const t = useText();

  return (
    <ThingsField
      label={t('accounts.rooms')}
      things={rooms}
      value={form.values.roomIds}
      onChange={(ids) => form.setFieldValue('roomIds', ids)}
      error={form.errors.roomIds}
    />
  );
}
