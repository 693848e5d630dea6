import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#protocol/schemas.ts';
import en from '../../i18n/widget/en.json';
import { type Messages, type Voice, voiceOf } from '../language.ts';

const ENGLISH = voiceOf('en', en);

/** English comes with the panel; the others are fetched by those who read them. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Messages }>> = {
  fr: () => import('../../i18n/widget/fr.json'),
  es: () => import('../../i18n/widget/es.json'),
};

/** English, if the language's messages can't be had. */
export async function loadVoice(language: Language): Promise<Voice> {
  if (language === 'en') return ENGLISH;
  try {
    return voiceOf(language, (await OTHERS[language]()).default);
  } catch {
    return ENGLISH;
  }
}

export const VoiceContext = createContext<Voice>(ENGLISH);

export function useVoice(): Voice {
  return useContext(VoiceContext);
}
