import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { institutionsQuery } from '../../institutions/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { moveTo } from './draft.ts';
import { offerUsername } from './offer-username.ts';
import type { WizardForm } from './use-wizard.ts';
import { UsernameVerdict } from './username-verdict.tsx';

/** First and last name offer a username by the institution's pattern, until another one is typed. */
export function UsernameStep({ form }: { form: WizardForm }) {
  const t = useText();
  const { role } = useSession();
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const { institutionId, firstName, lastName, username } = form.values;
  const codeOf = (id: string) => institutions.find((one) => one.id === id)?.code ?? '';
  /** Nothing before the code is there: half an offer would be taken for a name of the reader's own. */
  const offer = (id: string, first: string, last: string) =>
    codeOf(id) === '' ? '' : offerUsername(codeOf(id), first, last);

  const rename = (changed: Partial<Record<'firstName' | 'lastName' | 'institutionId', string>>) => {
    const isOffered = username === '' || username === offer(institutionId, firstName, lastName);
    const moved = moveTo(form.values, changed.institutionId ?? institutionId);
    const named = { ...moved, ...changed };
    const offered = offer(named.institutionId, named.firstName, named.lastName);
    form.setValues({ ...named, username: isOffered ? offered : username });
    if (isOffered) form.clearFieldError('username');
  };
  const isCodeKnown = codeOf(institutionId) !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: for names that were typed before the code came.
  useEffect(() => {
    if (isCodeKnown && username === '' && firstName !== '') rename({});
  }, [isCodeKnown]);

  return (
    <>
      {role === 'owner' && (
        <NativeSelect
          label={t('accounts.institution')}
          data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          value={institutionId}
          onChange={(event) => rename({ institutionId: event.currentTarget.value })}
        />
      )}
      <Group grow align="flex-start">
        <TextInput
          label={t('accounts.firstName')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('firstName')}
          onChange={(event) => rename({ firstName: event.currentTarget.value })}
        />
        <TextInput
          label={t('accounts.lastName')}
          autoComplete="off"
          {...form.getInputProps('lastName')}
          onChange={(event) => rename({ lastName: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={t('accounts.username')}
        description={t('accounts.username.hint', {
          pattern: `${codeOf(institutionId) || '…'}-sadie-p`,
        })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('username')}
        onChange={(event) =>
          form.setFieldValue('username', event.currentTarget.value.toLowerCase())
        }
      />
      <UsernameVerdict
        username={username}
        institutionId={institutionId}
        onTake={(name) => form.setFieldValue('username', name)}
      />
    </>
  );
}
