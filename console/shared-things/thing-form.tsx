import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queueKind } from '#protocol/queues.ts';
import { personName } from '#protocol/schemas.ts';
import { institutionsQuery } from '../institutions/index.ts';
import { isProblem } from '../platform/api/index.ts';
import { FormActs } from '../platform/fields/index.ts';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useSession } from '../session/index.ts';
import { Refusal } from '../session/refusal.tsx';
import type { Thing, ThingKind } from './thing.ts';
import { draftOf, useSaveThing } from './use-thing-acts.ts';

/** As a select has it: the consortium's own things belong to no library. */
const CONSORTIUM = '';

interface ThingFormProps {
  readonly kind: ThingKind;
  /** Null for a new one. */
  readonly thing: Thing | null;
  readonly onDone: () => void;
}

export function ThingForm({ kind, thing, onDone }: ThingFormProps) {
  const t = useText();
  const { role, institutionId } = useSession();
  const institutions = useQuery(institutionsQuery);
  const nameField = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(() => draftOf(thing, institutionId));
  const [fault, setFault] = useState<TextKey | null>(null);
  const saving = useSaveThing(kind, thing);
  const libraries = institutions.data?.items.map(({ id, name }) => ({ value: id, label: name }));

  const refuse = (key: TextKey) => {
    setFault(key);
    nameField.current?.focus();
  };
  const save = () => {
    setFault(null);
    const name = personName.safeParse(draft.name);
    if (!name.success) return refuse('things.needName');
    saving.mutate(
      { ...draft, name: name.data },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (isProblem(error, 'conflict')) refuse('things.nameTaken');
        },
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="lg">
        <TextInput
          ref={nameField}
          label={t('things.name')}
          description={t(kind.words.nameHint)}
          data-autofocus
          required
          value={draft.name}
          error={fault && t(fault)}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        {kind.isQueue && (
          <NativeSelect
            label={t('queues.kind')}
            description={t(`queues.kind.${draft.kind}.hint`)}
            data={[...queueKind.values].map((value) => ({
              value,
              label: t(`queues.kind.${value}`),
            }))}
            value={draft.kind}
            onChange={(event) => {
              const chosen = queueKind.safeParse(event.currentTarget.value);
              if (chosen.success) setDraft({ ...draft, kind: chosen.data });
            }}
          />
        )}
        {thing === null && role === 'owner' && (
          <NativeSelect
            label={t('things.library')}
            data={[
              ...(kind.isShareable ? [{ value: CONSORTIUM, label: t('things.consortium') }] : []),
              ...(libraries ?? []),
            ]}
            value={draft.institutionId ?? CONSORTIUM}
            onChange={(event) =>
              setDraft({ ...draft, institutionId: event.currentTarget.value || null })
            }
          />
        )}
        <Refusal text={fault === null && saving.error ? sentenceFor(t, saving.error) : null} />
        <FormActs submit={t('things.save')} isBusy={saving.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
