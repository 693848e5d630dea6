import { Checkbox, Group, NativeSelect } from '@mantine/core';
import { type Language, language } from '#protocol/schemas.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../platform/i18n/index.ts';
import { withOwnLanguage } from './library-draft.ts';

interface LanguagesFieldProps {
  /** The first one is the library's own. */
  readonly languages: readonly Language[];
  readonly onChange: (languages: Language[]) => void;
}

export function LanguagesField({ languages, onChange }: LanguagesFieldProps) {
  const t = useText();
  const [own = 'en', ...others] = languages;

  return (
    <>
      <NativeSelect
        label={t('libraries.language')}
        description={t('libraries.language.hint')}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={own}
        onChange={(event) => {
          const chosen = language.safeParse(event.currentTarget.value);
          if (chosen.success) onChange(withOwnLanguage(languages, chosen.data));
        }}
      />
      <Checkbox.Group
        label={t('libraries.languages')}
        value={others}
        onChange={(ticked) =>
          onChange([own, ...LANGUAGES.filter((value) => ticked.includes(value))])
        }
      >
        <Group mt="xs">
          {LANGUAGES.filter((value) => value !== own).map((value) => (
            <Checkbox key={value} value={value} label={LANGUAGE_NAMES[value]} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}
