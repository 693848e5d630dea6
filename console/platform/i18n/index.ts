export {
  LANGUAGE_NAMES,
  LANGUAGES,
  loadTexts,
  preferredLanguage,
  type TextKey,
  type Texts,
} from './languages.ts';
export { TextsProvider, type Translate, useLanguage, useText } from './texts.tsx';
export { useDates } from './use-dates.ts';
