import { TextInput } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import type { SetupFields } from './use-setup-form.ts';

export function ConsortiumStep({ form }: { form: SetupFields }) {
  const t = useText();

  return (
    <TextInput
      label={t('setup.consortiumName')}
      description={t('setup.consortiumName.hint')}
      autoComplete="organization"
      required
      {...form.getInputProps('consortiumName')}
    />
  );
}
