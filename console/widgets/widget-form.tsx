import { Alert, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { OwnedQueue } from '#protocol/queues.ts';
import type { Widget } from '#protocol/widgets.ts';
import { institutionsQuery } from '../institutions/index.ts';
import { ApiProblem } from '../platform/api/index.ts';
import { FormActs } from '../platform/fields/index.ts';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useSession } from '../session/index.ts';
import { ChainField } from './chain-field.tsx';
import { ColourField } from './colour-field.tsx';
import { OriginsField } from './origins-field.tsx';
import { TextsFields } from './texts-fields.tsx';
import { useSaveWidget } from './use-save-widget.ts';
import { draftOf, newDraft, type WidgetDraft } from './widget-draft.ts';
import { faultsAt, faultsOf } from './widget-faults.ts';

interface WidgetFormProps {
  /** Null for a new one. */
  readonly widget: Widget | null;
  readonly queues: readonly OwnedQueue[];
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function WidgetForm({ widget, queues, onDirty, onSaved, onCancel }: WidgetFormProps) {
  const t = useText();
  const account = useSession();
  const fields = useRef<HTMLFormElement>(null);
  const institutions = useQuery(institutionsQuery);
  const [before] = useState(() => (widget ? draftOf(widget) : newDraft(account.institutionId)));
  const form = useForm<WidgetDraft>({ initialValues: before });
  const saving = useSaveWidget(widget);
  const isDirty = JSON.stringify(form.values) !== JSON.stringify(before);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  const show = (faults: Record<string, TextKey>) => {
    form.setErrors(Object.fromEntries(Object.entries(faults).map(([path, key]) => [path, t(key)])));
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const save = () => {
    const faults = faultsOf(form.values);
    if (Object.keys(faults).length > 0) return show(faults);
    saving.mutate(form.values, {
      onSuccess: onSaved,
      onError: (error) => {
        if (error instanceof ApiProblem) show(faultsAt([...error.fields.keys()]));
      },
    });
  };

  return (
    <form
      ref={fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={t('widgets.name')}
          description={t('widgets.name.hint')}
          data-autofocus
          required
          {...form.getInputProps('name')}
        />
        {widget === null && account.role === 'owner' && (
          <NativeSelect
            label={t('widgets.library')}
            data={
              institutions.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
            }
            {...form.getInputProps('institutionId')}
          />
        )}
        <ChainField
          queues={queues.filter(
            ({ institutionId }) =>
              institutionId === null || institutionId === form.values.institutionId,
          )}
          value={form.values.chain}
          onChange={(chain) => form.setFieldValue('chain', chain)}
          error={form.errors.chain}
        />
        <NumberInput
          label={t('widgets.unanswered')}
          description={t('widgets.unanswered.hint')}
          min={5}
          max={3_600}
          clampBehavior="none"
          allowDecimal={false}
          suffix=" s"
          {...form.getInputProps('unansweredSeconds')}
        />
        <OriginsField
          value={form.values.allowedOrigins}
          onChange={(origins) => form.setFieldValue('allowedOrigins', origins)}
          error={form.errors.allowedOrigins}
        />
        <ColourField
          value={form.values.colour}
          onChange={(colour) => form.setFieldValue('colour', colour)}
          error={form.errors.colour}
        />
        <TextsFields form={form} />
        <div role="alert">
          {saving.error && <Alert color="late">{sentenceFor(t, saving.error)}</Alert>}
        </div>
        <FormActs submit={t('widgets.save')} isBusy={saving.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
