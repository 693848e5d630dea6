import { MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { personName } from '#protocol/schemas.ts';
import { WITHIN_PAGE } from '../../accounts/fields/within-page.ts';
import { institutionsQuery } from '../../institutions/index.ts';
import { isProblem } from '../../platform/api/index.ts';
import { FormActs } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { Refusal } from '../../session/refusal.tsx';
import { FirstAdminField } from './first-admin-field.tsx';
import { type CoopDraft, NEW_COOP, useCreateCoop } from './use-create-coop.ts';

/** Everything that a co-op needs to begin; coverage hours come after it. */
export function CreateCoopForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const institutions = useQuery(institutionsQuery);
  const [draft, setDraft] = useState<CoopDraft>(NEW_COOP);
  const [missing, setMissing] = useState<object | null>(null);
  const creating = useCreateCoop();
  const isTaken = isProblem(creating.error, 'conflict');
  const form = useFaultFocus(missing ?? (isTaken && creating.error));
  const fault = () => {
    if (missing) return t('coops.name.need');
    return isTaken ? t('coops.name.taken') : null;
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!personName.safeParse(draft.name).success) return setMissing({});
        setMissing(null);
        creating.mutate(draft);
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={t('coops.name')}
          description={t('coops.name.hint')}
          data-autofocus
          required
          maxLength={100}
          value={draft.name}
          error={fault()}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('coops.create.libraries')}
          description={t('coops.create.libraries.hint')}
          data={(institutions.data?.items ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          searchable
          comboboxProps={WITHIN_PAGE}
          nothingFoundMessage={t('accounts.nothingFound')}
          value={[...draft.institutionIds]}
          onChange={(institutionIds) =>
            setDraft({ ...draft, institutionIds, coopAdminId: undefined })
          }
        />
        <TagsInput
          label={t('coops.create.queues')}
          description={t('coops.create.queues.hint')}
          acceptValueOnBlur
          maxTags={50}
          comboboxProps={WITHIN_PAGE}
          value={[...draft.queueNames]}
          onChange={(queueNames) => setDraft({ ...draft, queueNames })}
        />
        <FirstAdminField
          institutionIds={draft.institutionIds}
          value={draft.coopAdminId}
          onChange={(coopAdminId) => setDraft({ ...draft, coopAdminId })}
        />
        <Refusal text={creating.error && !isTaken ? sentenceFor(t, creating.error) : null} />
        <FormActs submit={t('coops.create.do')} isBusy={creating.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
