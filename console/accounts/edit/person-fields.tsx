import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../platform/i18n/index.ts';
import type { AccountDraft } from './account-draft.ts';

const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

interface PersonFieldsProps {
  readonly form: UseFormReturnType<AccountDraft>;
  /** The reader's own account: its e-mail is changed with the password, on another page. */
  readonly isOwn: boolean;
}

export function PersonFields({ form, isOwn }: PersonFieldsProps) {
  const t = useText();

  return (
    <>
      <TextInput
        label={t('accounts.email')}
        description={t(isOwn ? 'accounts.email.own' : 'accounts.email.hint')}
        readOnly={isOwn}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('accounts.displayName')}
        description={t('accounts.displayName.hint')}
        autoComplete="off"
        required
        {...form.getInputProps('displayName')}
      />
      <TextInput
        label={t('accounts.username')}
        description={t('accounts.username.signs')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('username')}
      />
      <NativeSelect
        label={t('accounts.language')}
        description={t('accounts.language.hint')}
        data={LANGUAGE_OPTIONS}
        {...form.getInputProps('language')}
      />
    </>
  );
}
