import { Checkbox, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { useTrouble } from '../../platform/notify/index.ts';
import { takeOnlyOption } from '../fields/take-only-option.ts';
import { optionOf, useSuggestions } from '../fields/use-suggestions.ts';
import type { useThings } from '../fields/use-things.ts';
import { WITHIN_PAGE } from '../fields/within-page.ts';
import { accountQuery } from '../queries.ts';
import { copySettings, emptyDraft } from './draft.ts';
import type { WizardForm } from './use-wizard.ts';

interface CopyStepProps {
  readonly form: WizardForm;
  readonly things: ReturnType<typeof useThings>;
}

/** Whose queues, pools and rooms the new account begins with. */
export function CopyStep({ form, things }: CopyStepProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const { copies, copyFrom } = form.values;
  const [typed, setTyped] = useState(copyFrom?.label ?? '');
  const [withAdmins, setWithAdmins] = useState(false);
  const sought = typed === copyFrom?.label ? '' : typed;
  const found = useSuggestions(sought, withAdmins ? undefined : 'operator').map(optionOf);
  const chosen = copyFrom === null ? [] : [{ value: copyFrom.id, label: copyFrom.label }];
  const others = found.filter(({ value }) => value !== copyFrom?.id);
  const list = useRef<HTMLInputElement>(null);

  // Whoever ticks the box wants to search next.
  const wasTicked = useRef(copies);
  useEffect(() => {
    if (copies && !wasTicked.current) list.current?.focus();
    wasTicked.current = copies;
  }, [copies]);

  const copy = async (id: string | null, label: string) => {
    if (id === null) return form.setFieldValue('copyFrom', null);
    form.clearFieldError('copyFrom');
    form.setFieldValue('copyFrom', { id, label });
    try {
      const source = await queryClient.fetchQuery(accountQuery(id));
      form.setValues((now) => copySettings({ ...form.values, ...now }, source, label, things));
    } catch (error) {
      form.setFieldValue('copyFrom', null);
      tellTrouble(error);
    }
  };

  const nothingCopied = () => {
    setTyped('');
    const { queueIds, poolIds, roomIds } = emptyDraft(form.values.institutionId);
    return { copies: false, copyFrom: null, ...(copyFrom ? { queueIds, poolIds, roomIds } : {}) };
  };

  return (
    <>
      <Checkbox
        label={t('accounts.copy')}
        description={t('accounts.copy.hint')}
        checked={copies}
        onChange={(event) =>
          form.setValues(event.currentTarget.checked ? { copies: true } : nothingCopied())
        }
      />
      {copies && (
        <>
          <Select
            ref={list}
            label={t('accounts.copyFrom')}
            description={t('accounts.copyFrom.hint')}
            data={[...chosen, ...others]}
            value={copyFrom?.id ?? null}
            onChange={(id, option) => void copy(id, option?.label ?? '')}
            searchable
            comboboxProps={WITHIN_PAGE}
            searchValue={typed}
            onSearchChange={setTyped}
            onKeyDown={takeOnlyOption}
            filter={({ options }) => options}
            openOnFocus={false}
            selectFirstOptionOnChange
            nothingFoundMessage={t('accounts.nothingFound')}
            error={form.errors.copyFrom}
          />
          <Checkbox
            label={t('accounts.copy.admins')}
            checked={withAdmins}
            onChange={(event) => setWithAdmins(event.currentTarget.checked)}
          />
        </>
      )}
    </>
  );
}
