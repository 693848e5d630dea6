import { TextInput } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { OriginsField } from '../widgets/index.ts';
import type { SetupFields } from './use-setup-form.ts';

export function EntranceStep({ form }: { form: SetupFields }) {
  const t = useText();

  return (
    <>
      <TextInput
        label={t('setup.queueName')}
        description={t('setup.queueName.hint')}
        required
        {...form.getInputProps('queueName')}
      />
      <TextInput
        label={t('setup.widgetName')}
        description={t('setup.widgetName.hint')}
        required
        {...form.getInputProps('widget.name')}
      />
      <OriginsField
        value={form.values.widget.allowedOrigins}
        onChange={(origins) => form.setFieldValue('widget.allowedOrigins', origins)}
        error={form.errors['widget.allowedOrigins']}
      />
    </>
  );
}
