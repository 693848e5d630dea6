import { NativeSelect, Select, TextInput } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../platform/i18n/index.ts';
import { suggestCode, suggestUsername } from './suggest.ts';
import type { SetupFields } from './use-setup-form.ts';

const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
const SHOWN_ZONES = 60;

/** The browser's list of zones leaves out UTC and the zone of some machines. */
function timeZones(chosen: string): { value: string; label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  return [...names]
    .filter((name) => name !== '')
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

export function LibraryStep({ form }: { form: SetupFields }) {
  const t = useText();
  const { institution, owner } = form.values;

  const nameLibrary = (name: string) => {
    const isCodeOffered = institution.code === suggestCode(institution.name);
    form.setFieldValue('institution.name', name);
    if (isCodeOffered) setCode(suggestCode(name));
  };
  const setCode = (code: string) => {
    const isUsernameOffered =
      owner.username === suggestUsername(institution.code, owner.displayName);
    form.setFieldValue('institution.code', code);
    if (isUsernameOffered) {
      form.setFieldValue('owner.username', suggestUsername(code, owner.displayName));
    }
  };

  return (
    <>
      <TextInput
        label={t('setup.libraryName')}
        description={t('setup.libraryName.hint')}
        required
        {...form.getInputProps('institution.name')}
        onChange={(event) => nameLibrary(event.currentTarget.value)}
      />
      <TextInput
        label={t('setup.code')}
        description={t('setup.code.hint')}
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('institution.code')}
        onChange={(event) => setCode(event.currentTarget.value.toLowerCase())}
      />
      <Select
        label={t('setup.timeZone')}
        description={t('setup.timeZone.hint')}
        data={timeZones(institution.timeZone)}
        searchable
        allowDeselect={false}
        limit={SHOWN_ZONES}
        nothingFoundMessage={t('setup.timeZone.none')}
        required
        {...form.getInputProps('institution.timeZone')}
      />
      <NativeSelect
        label={t('setup.language')}
        description={t('setup.language.hint')}
        data={LANGUAGE_OPTIONS}
        {...form.getInputProps('institution.language')}
      />
    </>
  );
}
