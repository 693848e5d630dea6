import type { Language } from '#protocol/schemas.ts';
import en from '../../i18n/server/en.json' with { type: 'json' };
import es from '../../i18n/server/es.json' with { type: 'json' };
import fr from '../../i18n/server/fr.json' with { type: 'json' };

/** Keys of `i18n/server/`. */
export type TextKey = keyof typeof en;

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, fr, es };

/** What the server itself says to people, in their language; `{name}` in a text is replaced by that value. */
export function say(
  language: Language,
  key: TextKey,
  values: Readonly<Record<string, string>>,
): string {
  return TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
