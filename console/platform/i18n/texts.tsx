import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Language } from '#protocol/schemas.ts';
import { formatText, type TextValues } from './format.ts';
import { loadTexts, localeOf, storeLanguage, type TextKey, type Texts } from './languages.ts';

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

interface LanguageContext extends Spoken {
  readonly locale: string;
  readonly chooseLanguage: (language: Language) => Promise<void>;
}

const context = createContext<LanguageContext | null>(null);

/** `first`: the language that was loaded before anything was drawn, so that no other flashes by. */
export function TextsProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);

  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);

  const chooseLanguage = useCallback(async (language: Language) => {
    const { texts } = await loadTexts(language);
    storeLanguage(language);
    setSpoken({ language, texts });
  }, []);

  const value = useMemo(
    () => ({ ...spoken, locale: localeOf(spoken.language), chooseLanguage }),
    [spoken, chooseLanguage],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
}

/** The reader's language, the locale for dates and numbers, and how to choose another. */
export function useLanguage(): LanguageContext {
  const value = use(context);
  if (!value) throw new Error('useLanguage needs a TextsProvider above it');
  return value;
}

export type Translate = (key: TextKey, values?: TextValues) => string;

/** `t('desk.claim', { name })`: a text in the reader's language. */
export function useText(): Translate {
  const { texts, locale } = useLanguage();
  return useCallback(
    (key, values) => formatText(texts, locale, key, values ?? {}),
    [texts, locale],
  );
}
