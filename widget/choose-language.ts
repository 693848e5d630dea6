import type { Language } from '#protocol/schemas.ts';

const LANGUAGES: readonly Language[] = ['en', 'fr', 'es'];

/** The page's language if Carrel speaks it, else the library's, else the browser's. */
export function chooseLanguage(
  page: string,
  library: readonly Language[],
  browser: readonly string[],
): Language {
  return [page, ...library, ...browser].map(spoken).find((language) => language !== null) ?? 'en';
}

/** `fr-CA` is French. */
function spoken(tag: string): Language | null {
  const [base] = tag.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === base) ?? null;
}
