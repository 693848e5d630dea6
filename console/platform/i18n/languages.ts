import { type Language, language } from '#protocol/schemas.ts';
import type { texts as english } from './en.ts';

export type Texts = Readonly<Record<keyof typeof english, string>>;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** A key of `i18n/console/en`; of a text with plural forms, the part before them. */
export type TextKey = keyof Texts extends infer Key
  ? Key extends `${infer Stem}.${PluralForm}`
    ? Stem
    : Key
  : never;

/** Each language by its own name, as its readers look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
};

export const LANGUAGES: readonly Language[] = [...language.values];

const STORED = 'carrel.language';

export function loadTexts(wanted: Language): Promise<{ texts: Texts }> {
  switch (wanted) {
    case 'fr':
      return import('./fr.ts');
    case 'es':
      return import('./es.ts');
    case 'en':
      return import('./en.ts');
  }
}

/** What was chosen in this browser, else the first of the browser's languages that Carrel speaks. */
export function preferredLanguage(): Language {
  const spoken = [readStored(), ...navigator.languages].flatMap((tag) => {
    const parsed = language.safeParse(tag?.slice(0, 2).toLowerCase());
    return parsed.success ? [parsed.data] : [];
  });
  return spoken[0] ?? 'en';
}

export function storeLanguage(chosen: Language): void {
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // Storage is refused in some private windows: then the choice lasts as long as the page.
  }
}

/** For dates and numbers: the reader's own variant of the language, if they have one (fr-CA for fr). */
export function localeOf(chosen: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(`${chosen}-`)) ?? chosen;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
