import { NativeSelect } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES, useLanguage, useText } from '../platform/i18n/index.ts';

const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

export function LanguageChoice() {
  const t = useText();
  const { language, chooseLanguage } = useLanguage();

  return (
    <NativeSelect
      label={t('shell.account.language')}
      data={OPTIONS}
      value={language}
      onChange={(event) => {
        const chosen = LANGUAGES.find((known) => known === event.currentTarget.value);
        if (chosen) void chooseLanguage(chosen);
      }}
    />
  );
}
