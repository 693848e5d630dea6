import { Fieldset, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useText } from '../platform/i18n/index.ts';
import { TEXT_LIMITS, TEXT_NAMES, type WidgetDraft } from './widget-draft.ts';

/** The library's own words; an empty field leaves the widget's, in each reader's language. */
export function TextsFields({ form }: { form: UseFormReturnType<WidgetDraft> }) {
  const t = useText();

  return (
    <Fieldset legend={t('widgets.texts')}>
      <Stack gap="md">
        {TEXT_NAMES.map((name) => (
          <Textarea
            key={name}
            label={t(`widgets.text.${name}`)}
            description={t(`widgets.text.${name}.hint`)}
            maxLength={TEXT_LIMITS[name]}
            rows={name === 'title' ? 1 : 2}
            {...form.getInputProps(`texts.${name}`)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
