import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Institution } from '#protocol/institutions.ts';
import { TimeZoneField } from '../hours/index.ts';
import { isProblem } from '../platform/api/index.ts';
import { FormActs } from '../platform/fields/index.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from '../session/refusal.tsx';
import { suggestCode } from '../setup/suggest.ts';
import { LanguagesField } from './languages-field.tsx';
import { draftOf, faultsOf, type LibraryDraft } from './library-draft.ts';
import { OperatorsSeeField } from './operators-see-field.tsx';

interface LibraryFormProps {
  /** Null for a new one. */
  readonly library: Institution | null;
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  readonly onSave: (draft: LibraryDraft) => void;
  readonly onCancel: () => void;
}

export function LibraryForm({ library, saving, onSave, onCancel }: LibraryFormProps) {
  const t = useText();
  const { language } = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(library, language));
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>(new Set());
  const isTaken = isProblem(saving.error, 'conflict');
  const form = useFaultFocus(faults.size > 0 ? faults : isTaken && saving.error);
  const codeFault = () => {
    if (faults.has('code')) return t('libraries.need.code');
    return isTaken ? t('libraries.code.taken') : null;
  };
  const name = (entered: string) => {
    const isCodeOffered = library === null && draft.code === suggestCode(draft.name);
    const code = isCodeOffered ? suggestCode(entered) : draft.code;
    setDraft({ ...draft, name: entered, code });
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = faultsOf(draft);
        setFaults(found);
        if (found.size === 0) onSave(draft);
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={t('libraries.name')}
          description={t('libraries.name.hint')}
          data-autofocus
          required
          maxLength={100}
          value={draft.name}
          error={faults.has('name') && t('libraries.need.name')}
          onChange={(event) => name(event.currentTarget.value)}
        />
        {library ? (
          <Text size="sm" c="dimmed">
            {t('libraries.code.is', { code: library.code })}
          </Text>
        ) : (
          <TextInput
            label={t('libraries.code')}
            description={t('libraries.code.hint')}
            required
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            value={draft.code}
            error={codeFault()}
            onChange={(event) =>
              setDraft({ ...draft, code: event.currentTarget.value.toLowerCase() })
            }
          />
        )}
        <TimeZoneField
          value={draft.timeZone}
          onChange={(timeZone) => setDraft({ ...draft, timeZone })}
        />
        <LanguagesField
          languages={draft.languages}
          onChange={(languages) => setDraft({ ...draft, languages })}
        />
        {library && (
          <OperatorsSeeField
            value={draft.operatorsSee}
            onChange={(operatorsSee) => setDraft({ ...draft, operatorsSee })}
          />
        )}
        <Refusal text={saving.error && !isTaken ? sentenceFor(t, saving.error) : null} />
        <FormActs
          submit={library ? t('libraries.save') : t('libraries.new')}
          isBusy={saving.isPending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
