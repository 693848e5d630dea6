import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { personName } from '#protocol/schemas.ts';
import { isProblem } from '../platform/api/index.ts';
import { FormActs } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from '../session/refusal.tsx';

interface NameFormProps {
  /** Empty for a new thing. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** The name of a co-op, of one of its queues, or of the consortium. */
export function NameForm({ name, label, hint, submit, saving, onSave, onCancel }: NameFormProps) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  const [missing, setMissing] = useState<object | null>(null);
  const isTaken = isProblem(saving.error, 'conflict');
  const form = useFaultFocus(missing ?? (isTaken && saving.error));
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
        const entered = personName.safeParse(typed);
        if (!entered.success) return setMissing({});
        setMissing(null);
        onSave(entered.data);
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={label}
          description={hint}
          data-autofocus
          required
          maxLength={100}
          value={typed}
          error={fault()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Refusal text={saving.error && !isTaken ? sentenceFor(t, saving.error) : null} />
        <FormActs submit={submit} isBusy={saving.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
